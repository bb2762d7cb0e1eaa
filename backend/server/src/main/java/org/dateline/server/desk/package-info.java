/** What people write, over HTTP: locations of their own, and the history of everything written. */
@NullMarked
package org.dateline.server.desk;

import org.jspecify.annotations.NullMarked;
