package org.dateline.server.geoparse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of geoparsing over HTTP.
 *
 * @param maxText the largest body that is read, {@code 1MB} unless set
 * @param threads how many texts are read at once, as many as there are processors when 0
 * @param queue how many texts wait for each thread before more are refused
 * @param patience how long a text may wait and be read
 */
@ConfigurationProperties("dateline.geoparse")
record GeoparseSettings(
    @DefaultValue("1MB") DataSize maxText,
    @DefaultValue("0") int threads,
    @DefaultValue("64") int queue,
    @DefaultValue("30s") Duration patience) {}
