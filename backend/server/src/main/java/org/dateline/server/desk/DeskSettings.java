package org.dateline.server.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be written at once.
 *
 * @param maxFeature the largest body of a single location
 * @param maxImport the largest file
 * @param maxRows the most locations in one file
 */
@ConfigurationProperties("dateline.desk")
record DeskSettings(
    @DefaultValue("4MB") DataSize maxFeature,
    @DefaultValue("20MB") DataSize maxImport,
    @DefaultValue("10000") int maxRows) {}
