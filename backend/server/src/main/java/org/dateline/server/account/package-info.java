/** Who may do what: people, their sessions, their tokens. Plain values, kept by the store. */
@NullMarked
package org.dateline.server.account;

import org.jspecify.annotations.NullMarked;
