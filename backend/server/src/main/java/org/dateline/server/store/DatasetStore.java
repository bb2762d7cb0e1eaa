package org.dateline.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.r2dbc.spi.Readable;
import org.dateline.server.change.Actor;
import org.dateline.server.change.Change;
import org.dateline.server.change.Thing;
import org.dateline.server.change.Thing.Kind;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.dataset.Dataset;
import org.dateline.server.dataset.DatasetCollection;
import org.dateline.server.dataset.DatasetFile;
import org.dateline.server.store.ChangeLog.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Imported data sets, kept. What a method here completed for survives a killed process and a power
 * cut. One data set is one thing in the log: what was imported, by the digest of its features.
 */
@Repository
public class DatasetStore {

  private static final String SELECT =
      "select id, title, description, document, features, digest, salt, version, created_by,"
          + " updated_at from dataset";

  private final DatabaseClient database;
  private final ChangeLog log;
  private final StoreSettings settings;
  private final Documents documents = new Documents();

  DatasetStore(DatabaseClient database, ChangeLog log, StoreSettings settings) {
    this.database = database;
    this.log = log;
    this.settings = settings;
  }

  /** Returns the data sets without their features, by id. */
  public Flux<Dataset> all() {
    return database
        .sql(SELECT + " order by id")
        .map(this::dataset)
        .all()
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Dataset dataset(Readable row) {
    String id = Rows.text(row, "id");
    return new Dataset(
        id,
        Rows.text(row, "title"),
        Rows.text(row, "description"),
        schema(Rows.text(row, "document"), id),
        Rows.integer(row, "features"),
        Rows.integer(row, "version"),
        Rows.text(row, "created_by"),
        Rows.instant(row, "updated_at"));
  }

  private Dataset.Schema schema(String document, String id) {
    try {
      return documents.read(document, Dataset.Schema.class);
    } catch (JsonProcessingException e) {
      throw UnusableStoreException.unreadable(settings, "data set", id, e);
    }
  }

  /** Returns the collections that the data sets are, by id. */
  public Flux<FeatureCollection> collections() {
    return all().concatMap(this::collection);
  }

  private Mono<FeatureCollection> collection(Dataset dataset) {
    return parts(database, dataset.id())
        .reduceWith(() -> new DatasetCollection(dataset), DatasetCollection::add)
        .map(DatasetCollection::build)
        .onErrorMap(
            RuntimeException.class,
            e -> UnusableStoreException.unreadable(settings, "data set", dataset.id(), e))
        .subscribeOn(Schedulers.boundedElastic());
  }

  static Flux<String> parts(DatabaseClient database, String id) {
    return database
        .sql("select document from dataset_part where dataset_id = :id order by position")
        .bind("id", id)
        .map(row -> Rows.text(row, "document"))
        .all();
  }

  /**
   * Keeps a data set.
   *
   * @param replace whether one that has the id may be replaced
   * @return empty when there is one and it may not
   */
  public Mono<Dataset> save(
      Dataset.Label label, DatasetFile file, boolean replace, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            log.standing(Kind.DATASET, label.id())
                .filter(standing -> replace || standing.state() == null)
                .flatMap(standing -> save(pen, standing, label, file, actor, why)));
  }

  private Mono<Dataset> save(
      ChangeLog.Pen pen,
      Standing before,
      Dataset.Label label,
      DatasetFile file,
      Actor actor,
      @Nullable String why) {
    PartsDigest digest = PartsDigest.of(file.parts());
    String description = label.description() == null ? "" : label.description();
    String schema = documents.write(file.schema());
    JsonNode after =
        documents.datasetState(
            label.title(), description, schema, file.features(), digest.digest());
    return pen.append(new Thing(Kind.DATASET, label.id(), null), before, after, actor.name(), why)
        .map(
            change ->
                new Dataset(
                    label.id(),
                    label.title(),
                    description,
                    file.schema(),
                    file.features(),
                    change.version(),
                    change.who(),
                    change.when()))
        .flatMap(
            dataset ->
                delete(label.id())
                    .then(insert(dataset, schema, digest))
                    .thenMany(Flux.fromIterable(file.parts()).index())
                    .concatMap(
                        part -> insertPart(label.id(), part.getT1().intValue(), part.getT2()))
                    .then(Mono.just(dataset)));
  }

  private Mono<Void> delete(String id) {
    return database.sql("delete from dataset where id = :id").bind("id", id).then();
  }

  private Mono<Void> insert(Dataset dataset, String schema, PartsDigest digest) {
    return database
        .sql(
            """
            insert into dataset (id, title, description, document, features, digest, salt, version,
              created_by, updated_at)
            values (:id, :title, :description, :document, :features, :digest, :salt, :version, :by,
              :updated)""")
        .bind("id", dataset.id())
        .bind("title", dataset.title())
        .bind("description", dataset.description())
        .bind("document", schema)
        .bind("features", dataset.features())
        .bind("digest", digest.digest())
        .bind("salt", digest.salt())
        .bind("version", dataset.version())
        .bind("by", dataset.createdBy())
        .bind("updated", Rows.at(dataset.updatedAt()))
        .then();
  }

  private Mono<Void> insertPart(String id, int position, String part) {
    return database
        .sql(
            "insert into dataset_part (dataset_id, position, document)"
                + " values (:id, :position, :document)")
        .bind("id", id)
        .bind("position", position)
        .bind("document", part)
        .then();
  }

  /**
   * Takes a data set away.
   *
   * @return whether there was one
   */
  public Mono<Boolean> remove(String id, Actor actor, @Nullable String why) {
    return log.write(
        pen ->
            log.standing(Kind.DATASET, id)
                .flatMap(
                    standing ->
                        standing.state() == null
                            ? Mono.just(false)
                            : pen.append(
                                    new Thing(Kind.DATASET, id, null),
                                    standing,
                                    null,
                                    actor.name(),
                                    why)
                                .map(Change::version)
                                .then(delete(id))
                                .thenReturn(true)));
  }
}
