/** What the API is: landing page, conformance, definition and readable description. */
@NullMarked
package org.dateline.server.api;

import org.jspecify.annotations.NullMarked;
