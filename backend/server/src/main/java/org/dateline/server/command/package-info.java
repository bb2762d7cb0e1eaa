/** The command line: the first word names the command; no Spring. */
@NullMarked
package org.dateline.server.command;

import org.jspecify.annotations.NullMarked;
