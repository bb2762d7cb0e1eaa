/** What a client is told when a request cannot be answered: RFC 9457 problem details, always. */
@NullMarked
package org.dateline.server.problem;

import org.jspecify.annotations.NullMarked;
