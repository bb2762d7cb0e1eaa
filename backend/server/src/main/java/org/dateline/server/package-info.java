/** The server: reports and their layers over HTTP, and the command line. */
@NullMarked
package org.dateline.server;

import org.jspecify.annotations.NullMarked;
