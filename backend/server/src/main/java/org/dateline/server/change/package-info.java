/**
 * What changes, who changes it, and the chain that shows whether anything was changed behind the
 * log's back.
 */
@NullMarked
package org.dateline.server.change;

import org.jspecify.annotations.NullMarked;
