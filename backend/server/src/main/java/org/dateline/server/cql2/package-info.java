/**
 * CQL2, OGC's language for filters, in its two encodings: a text or a JSON document becomes a tree
 * ({@link org.dateline.server.cql2.Node}), and the tree a GeoTools filter over the properties of
 * one collection.
 */
@NullMarked
package org.dateline.server.cql2;

import org.jspecify.annotations.NullMarked;
