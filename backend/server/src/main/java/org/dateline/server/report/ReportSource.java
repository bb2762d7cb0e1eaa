package org.dateline.server.report;

import org.jspecify.annotations.Nullable;

/**
 * A report as it was received.
 *
 * @param id lower-case letters, digits and hyphens; part of addresses
 * @param text the received bytes decoded, headline line included, never altered
 * @param sha256 of the received bytes, hexadecimal
 * @param headline its title, for lists
 * @param byline who wrote it, null when not known
 * @param outlet who published it, null when not known
 * @param date when, Extended Date/Time Format, null when not known
 * @param language BCP 47 tag, null to have it detected
 * @param rights how much of the text may be shown
 */
public record ReportSource(
    String id,
    String text,
    String sha256,
    String headline,
    @Nullable String byline,
    @Nullable String outlet,
    @Nullable String date,
    @Nullable String language,
    TextRights rights) {}
