/**
 * Features in the formats that programs read: one encoder for each, and which of them a request
 * asks for. Encoders see what readers may see, never what lies behind it.
 */
@NullMarked
package org.dateline.server.format;

import org.jspecify.annotations.NullMarked;
