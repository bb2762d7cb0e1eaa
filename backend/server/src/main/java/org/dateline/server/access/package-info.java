/** Who is behind a request, how they sign in, and how much each of them may ask for. */
@NullMarked
package org.dateline.server.access;

import org.jspecify.annotations.NullMarked;
