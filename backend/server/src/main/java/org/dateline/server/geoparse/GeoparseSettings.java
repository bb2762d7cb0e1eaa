package org.dateline.server.geoparse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of geoparsing over HTTP.
 *
 * @param maxText the largest body that is read, {@code 1MB} unless set
 */
@ConfigurationProperties("dateline.geoparse")
record GeoparseSettings(@DefaultValue("1MB") DataSize maxText) {}
