/** A report as received and what the geoparser read in it. */
@NullMarked
package org.dateline.server.report;

import org.jspecify.annotations.NullMarked;
