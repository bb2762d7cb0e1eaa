/**
 * What all answers over HTTP share: representations with a strong ETag, checked query parameters,
 * headers.
 */
@NullMarked
package org.dateline.server.http;

import org.jspecify.annotations.NullMarked;
