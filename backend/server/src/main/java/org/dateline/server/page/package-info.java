/** The map page as HTML that reads without JavaScript. */
@NullMarked
package org.dateline.server.page;

import org.jspecify.annotations.NullMarked;
