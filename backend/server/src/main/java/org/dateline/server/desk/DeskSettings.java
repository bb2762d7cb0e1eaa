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
 * @param maxDataset the largest file of a data set
 * @param maxFeatures the most features of a data set: they are all held in memory, about a kilobyte
 *     each
 */
@ConfigurationProperties("dateline.desk")
record DeskSettings(
    @DefaultValue("4MB") DataSize maxFeature,
    @DefaultValue("20MB") DataSize maxImport,
    @DefaultValue("10000") int maxRows,
    @DefaultValue("256MB") DataSize maxDataset,
    @DefaultValue("300000") int maxFeatures) {}
