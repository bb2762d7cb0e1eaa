/**
 * What every collection of features is, whoever made it: its schema, its features as readers get
 * them and as filters see them, found by place and by id. Knows nothing of HTTP.
 */
@NullMarked
package org.dateline.server.collection;

import org.jspecify.annotations.NullMarked;
