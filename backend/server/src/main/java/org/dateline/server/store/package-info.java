/** Where reports last: the only package that knows SQL. */
@NullMarked
package org.dateline.server.store;

import org.jspecify.annotations.NullMarked;
