/** Tests over the geodata that the build embeds. */
@NullMarked
package org.dateline.geodata;

import org.jspecify.annotations.NullMarked;
