/** What readers see: every published report, encoded once, replaced as a whole when it changes. */
@NullMarked
package org.dateline.server.publication;

import org.jspecify.annotations.NullMarked;
