package org.dateline.server.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dateline.geoparser.finding.FeatureRole;
import org.dateline.geoparser.finding.Layer;
import org.dateline.geoparser.mention.MentionKind;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.collection.PropertyType;
import org.dateline.server.ogc.ItemsParameters;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API definition, OpenAPI 3.0, made from our own descriptions of collections and properties.
 * Self-contained: there is no reference to another host.
 */
final class OpenApi {

  static final String VERSION = "0.2.0";

  private static final String BACK_TO = "The version whose state comes back; 0 is before the first";

  private static final String JSON = "application/json";
  private static final String GEO_JSON = "application/geo+json";

  private final ObjectNode root;
  private final ObjectNode paths;

  private OpenApi(JsonMapper mapper, String base) {
    root = mapper.createObjectNode();
    root.put("openapi", "3.0.3");
    ObjectNode info = root.putObject("info");
    info.put("title", "Dateline");
    info.put("version", VERSION);
    info.put(
        "description",
        "Places, areas and movements of news reports on conflicts, each with the exact sentence"
            + " that names it, as GeoJSON. Readable description: /api/docs.");
    info.putObject("contact").put("name", "The newsroom that runs this map").put("url", base + "/");
    info.putObject("license")
        .put("name", "CC BY 4.0")
        .put("url", "https://creativecommons.org/licenses/by/4.0/");
    root.putArray("servers").addObject().put("url", base + "/api");
    ArrayNode tags = root.putArray("tags");
    tag(tags, "Capabilities", "What this API is and can do");
    tag(tags, "Data", "Features over all reports, OGC API - Features");
    tag(tags, "Reports", "Reports with their text and layers");
    tag(tags, "Geoparsing", "Text to places, nothing kept");
    tag(tags, "Gazetteer", "Places of the world by name and position");
    tag(tags, "Access", "Who you are, tokens for scripts, and people");
    paths = root.putObject("paths");
  }

  /**
   * Returns the definition.
   *
   * @param base address of this server, without a trailing slash
   * @param collections those there are at the moment
   */
  static ObjectNode of(JsonMapper mapper, String base, Collection<FeatureCollection> collections) {
    OpenApi api = new OpenApi(mapper, base);
    api.capabilities();
    collections.forEach(api::collection);
    api.datasets();
    api.reports();
    api.geoparse();
    api.places();
    api.access();
    api.components();
    return api.root;
  }

  private static void tag(ArrayNode tags, String name, String description) {
    tags.addObject().put("name", name).put("description", description);
  }

  private void capabilities() {
    get("/", "Capabilities", "getLandingPage", "Links to everything there is", JSON, "Document");
    get("/conformance", "Capabilities", "getConformance", "Standards kept to", JSON, "Document");
    get("/collections", "Capabilities", "getCollections", "The collections", JSON, "Document");
  }

  private void collection(FeatureCollection collection) {
    About kind = collection.about();
    String path = "/collections/" + kind.id();
    String id = "_" + kind.id();
    get(path, "Capabilities", "describeCollection" + id, kind.description(), JSON, "Document");
    String schema = "application/schema+json";
    get(path + "/queryables", "Capabilities", "getQueryables" + id, "Filters", schema, "Document");
    get(path + "/schema", "Capabilities", "getSchema" + id, "Properties", schema, "Document");
    ObjectNode items =
        get(
            path + "/items",
            "Data",
            "getFeatures" + id,
            kind.description(),
            GEO_JSON,
            "Features" + id);
    ArrayNode parameters = items.withArray("parameters");
    for (String common : ItemsParameters.COMMON) {
      parameters.addObject().put("$ref", "#/components/parameters/" + common);
    }
    for (PropertySchema property : ItemsParameters.ofProperties(collection)) {
      ObjectNode parameter = parameters.addObject().put("name", property.name());
      parameter.put("in", "query").put("required", false);
      described(parameter, property);
      parameter.put("style", "form").put("explode", false);
      typed(parameter.putObject("schema"), property);
    }
    ObjectNode item =
        get(
            path + "/items/{featureId}",
            "Data",
            "getFeature" + id,
            "One feature",
            GEO_JSON,
            "Feature" + id);
    pathParameter(item, "featureId", "The feature's id");
    for (String view : List.of("crs", "f", "properties", "skipGeometry")) {
      item.withArray("parameters").addObject().put("$ref", "#/components/parameters/" + view);
    }
    if (kind.editable()) {
      edit(path + "/items", id);
      desk(path, id);
    }
    features(collection, id);
  }

  private void edit(String path, String id) {
    ObjectNode add = operation(path, "post", "addFeature" + id, "Add a feature");
    feature(add, GEO_JSON, id);
    responses(add, "201", GEO_JSON, "Feature" + id);
    String one = path + "/{featureId}";
    ObjectNode replace = operation(one, "put", "replaceFeature" + id, "Replace a feature");
    feature(replace, GEO_JSON, id);
    responses(replace, GEO_JSON, "Feature" + id);
    ObjectNode update = operation(one, "patch", "updateFeature" + id, "Change a part of a feature");
    takes(update, "application/merge-patch+json", "Document");
    responses(update, GEO_JSON, "Feature" + id);
    ObjectNode remove = operation(one, "delete", "removeFeature" + id, "Remove a feature");
    done(remove);
    for (ObjectNode operation : List.of(add, replace, update, remove)) {
      operation.putArray("tags").add("Data");
      secured(operation);
      queryParameter(operation, "why", "The reason, which the history shows", false);
    }
    for (ObjectNode operation : List.of(replace, update, remove)) {
      pathParameter(operation, "featureId", "The feature's id");
      operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/ifMatch");
    }
  }

  /** What the desk can do beyond the standard. */
  private void desk(String path, String id) {
    ObjectNode undo =
        operation(path + "/items/{featureId}/undo", "post", "undoFeature" + id, "Take it back");
    pathParameter(undo, "featureId", "The feature's id");
    undo.withArray("parameters").addObject().put("$ref", "#/components/parameters/ifMatch");
    queryParameter(undo, "version", BACK_TO, false);
    responses(undo, GEO_JSON, "Feature" + id);
    ObjectNode undoAll =
        operation(path + "/undo", "post", "undoFeatures" + id, "Take several back, in one write");
    takes(undoAll, JSON, "UndoList");
    queryParameter(
        undoAll, "changed", "skip leaves what somebody changed since; refuse does nothing", false);
    ok(undoAll, "200");
    ObjectNode add =
        operation(path + "/import", "post", "importFeatures" + id, "Add what a file has");
    queryParameter(add, "dryRun", "true says what would be done", false);
    queryParameter(add, "rows", "all rows or none, or the good ones", false);
    queryParameter(add, "columns", "What columns are, as in Ort:location,Nr:-", false);
    for (String property : List.of("source", "location_resolution", "report")) {
      queryParameter(add, property, "For rows that do not say it", false);
    }
    takes(add, "application/octet-stream", "File");
    responses(add, "201", JSON, "Document");
    answer(add.withObjectProperty("responses"), "200", JSON, "Document");
    for (ObjectNode operation : List.of(undo, undoAll, add)) {
      operation.putArray("tags").add("Data");
      secured(operation);
      queryParameter(operation, "why", "The reason, which the history shows", false);
    }
    ObjectNode history =
        get(
            path + "/items/{featureId}/history",
            "Data",
            "getHistory" + id,
            "All versions of a feature",
            JSON,
            "Document");
    pathParameter(history, "featureId", "The feature's id");
    ObjectNode near =
        get(
            path + "/duplicates",
            "Data",
            "getDuplicates" + id,
            "What may be the same as something that is about to be added",
            JSON,
            "Document");
    queryParameter(near, "lon", "Degrees east", true);
    queryParameter(near, "lat", "Degrees north", true);
    queryParameter(near, "date", "EDTF", false);
  }

  private static void feature(ObjectNode operation, String type, String id) {
    takes(operation, type, "Feature" + id);
  }

  private static void takes(ObjectNode operation, String type, String schema) {
    operation
        .putObject("requestBody")
        .put("required", true)
        .putObject("content")
        .putObject(type)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  /** A collection's features and pages of them as schemas. */
  private void features(FeatureCollection collection, String id) {
    ObjectNode schemas = root.withObjectProperty("components").withObjectProperty("schemas");
    ObjectNode properties = feature(schemas.putObject("Feature" + id));
    for (PropertySchema property : collection.schema().properties()) {
      ObjectNode schema = properties.putObject(property.name());
      described(schema, property);
      typed(schema, property);
      if (property.nullable()) {
        schema.put("nullable", true);
      }
      if (property.readOnly()) {
        schema.put("readOnly", true);
      }
    }
    page(schemas.putObject("Features" + id), "Feature" + id);
  }

  private static void described(ObjectNode node, PropertySchema property) {
    if (property.description() != null) {
      node.put("description", property.description());
    }
  }

  private static void typed(ObjectNode schema, PropertySchema property) {
    PropertyType type = property.type();
    if (type.jsonType() != null) {
      schema.put("type", type.jsonType());
    }
    if (type.format() != null) {
      schema.put("format", type.format());
    }
    if (type == PropertyType.ARRAY) {
      schema.putObject("items");
    }
    enumeration(schema, property.values());
    if (property.nullable() && !property.values().isEmpty()) {
      schema.withArray("enum").addNull();
    }
  }

  private void datasets() {
    get("/datasets", "Data", "getDatasets", "What was imported", JSON, "Document");
    ObjectNode add = operation("/datasets", "post", "importDataset", "Import a file (admins)");
    queryParameter(add, "id", "Id of the collection that it becomes", true);
    queryParameter(add, "title", "For people", false);
    queryParameter(add, "description", "What is in it, in a sentence", false);
    queryParameter(add, "format", "geojson, where the Content-Type does not say so", false);
    queryParameter(add, "replace", "true puts it in place of the data set with that id", false);
    queryParameter(add, "why", "The reason", false);
    takes(add, GEO_JSON, "Document");
    responses(secured(add), "201", JSON, "Document");
    ObjectNode remove =
        operation("/datasets/{datasetId}", "delete", "removeDataset", "Take one away (admins)");
    pathParameter(remove, "datasetId", "The data set's id");
    done(secured(remove));
    add.putArray("tags").add("Data");
    remove.putArray("tags").add("Data");
  }

  private void reports() {
    get("/reports", "Reports", "getReports", "The reports, newest first", JSON, "Document");
    String path = "/reports/{reportId}";
    ObjectNode[] operations = {
      get(path, "Reports", "getReport", "Metadata, with schema.org JSON-LD", JSON, "Document"),
      get(path + "/text", "Reports", "getText", "Text with mentions", JSON, "Document"),
      get(path + "/mentions", "Reports", "getMentions", "Mentions alone", JSON, "Document"),
      get(path + "/layers", "Reports", "getLayers", "The report's layers", JSON, "Document"),
      get(
          path + "/layers/{layerId}",
          "Reports",
          "getLayer",
          "A layer's features",
          GEO_JSON,
          "Features")
    };
    for (ObjectNode operation : operations) {
      pathParameter(operation, "reportId", "The report's id");
    }
    pathParameter(operations[operations.length - 1], "layerId", "The layer's id");
    decisions(path + "/mentions");
  }

  private void decisions(String path) {
    String one = path + "/{mentionId}";
    ObjectNode decide =
        operation(one, "patch", "decide", "Decide on what the geoparser found (editors)");
    takes(decide, "application/merge-patch+json", "Decision");
    ObjectNode undo = operation(one + "/undo", "post", "undoDecision", "Take a decision back");
    queryParameter(undo, "version", BACK_TO, false);
    ObjectNode undoAll =
        operation(path + "/undo", "post", "undoDecisions", "Take several back, all or none");
    takes(undoAll, JSON, "UndoList");
    for (ObjectNode operation : List.of(decide, undo, undoAll)) {
      operation.putArray("tags").add("Reports");
      pathParameter(operation, "reportId", "The report's id");
      queryParameter(operation, "why", "The reason, which the history shows", false);
      ok(secured(operation), "200");
    }
    for (ObjectNode operation : List.of(decide, undo)) {
      pathParameter(operation, "mentionId", "The mention's id, or where it stands: 1743-1748");
      operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/ifMatch");
    }
  }

  private void geoparse() {
    ObjectNode post = paths.putObject("/geoparse").putObject("post");
    describe(post, "Geoparsing", "geoparse", "Find the places in a text; nothing is kept");
    queryParameter(
        post, "geometry", "outline (unless given) or point: what areas are answered as", false);
    ObjectNode content = post.putObject("requestBody").put("required", true).putObject("content");
    content.putObject("text/plain").putObject("schema").put("type", "string");
    ObjectNode schema = content.putObject(JSON).putObject("schema").put("type", "object");
    schema.putArray("required").add("text");
    ObjectNode members = schema.putObject("properties");
    members.putObject("text").put("type", "string");
    members.putObject("language").put("type", "string").put("description", "BCP 47 tag");
    members.putObject("source").put("type", "string").put("description", "The outlet");
    members.putObject("date").put("type", "string").put("description", "When it was written");
    members
        .putObject("countryBias")
        .put("type", "array")
        .put("description", "ISO 3166-1 alpha-2 codes")
        .putObject("items")
        .put("type", "string");
    ObjectNode box = members.putObject("bbox").put("type", "array");
    box.put("minItems", 4).put("maxItems", 4).putObject("items").put("type", "number");
    responses(post, GEO_JSON, "Features");
  }

  private void places() {
    ObjectNode search =
        get("/places", "Gazetteer", "searchPlaces", "Search as you type", GEO_JSON, "Features");
    queryParameter(search, "q", "A name, its beginning, or coordinates in any notation", true);
    queryParameter(
        search, "bias", "lon,lat or west,south,east,north: what is there comes first", false);
    search.withArray("parameters").addObject().put("$ref", "#/components/parameters/placesLimit");
    ObjectNode reverse =
        get("/places/reverse", "Gazetteer", "reverse", "What lies near", GEO_JSON, "Features");
    queryParameter(reverse, "lon", "Degrees east", true);
    queryParameter(reverse, "lat", "Degrees north", true);
    reverse.withArray("parameters").addObject().put("$ref", "#/components/parameters/placesLimit");
  }

  private void access() {
    get("/me", "Access", "getMe", "Who the request is from", JSON, "Document");
    ObjectNode signIn =
        operation("/sign-in", "post", "signIn", "Use a sign-in link's key; sets the cookie");
    body(signIn, "key");
    ok(signIn, "200");
    done(operation("/sign-out", "post", "signOut", "End the session; everywhere=true ends all"));
    ok(secured(operation("/tokens", "get", "getTokens", "Your tokens for scripts")), "200");
    ObjectNode make = secured(operation("/tokens", "post", "makeToken", "Make one; shown once"));
    body(make, "name", "role", "expires_in_days");
    ok(make, "201");
    ObjectNode drop = secured(operation("/tokens/{tokenId}", "delete", "revokeToken", "Revoke it"));
    pathParameter(drop, "tokenId", "The token's id");
    done(drop);
    ok(secured(operation("/users", "get", "getUsers", "Who may sign in (admins)")), "200");
    ObjectNode invite =
        secured(operation("/users", "post", "inviteUser", "Invite someone; answers with a link"));
    body(invite, "name", "role");
    ok(invite, "201");
    ObjectNode change =
        secured(operation("/users/{userId}", "patch", "changeUser", "Give another role"));
    body(change, "role");
    ok(change, "200");
    ObjectNode revoke =
        secured(operation("/users/{userId}", "delete", "revokeUser", "Let them sign in no more"));
    done(revoke);
    ObjectNode link =
        secured(operation("/users/{userId}/sign-in-link", "post", "linkUser", "Make a new link"));
    ok(link, "200");
    ObjectNode everywhere =
        secured(operation("/users/{userId}/sign-out", "post", "signOutUser", "End all sessions"));
    done(everywhere);
    for (ObjectNode operation : List.of(change, revoke, link, everywhere)) {
      pathParameter(operation, "userId", "The person's id");
    }
  }

  private ObjectNode operation(String path, String method, String id, String summary) {
    ObjectNode operation = paths.withObjectProperty(path).putObject(method);
    describe(operation, "Access", id, summary);
    return operation;
  }

  private static ObjectNode secured(ObjectNode operation) {
    ArrayNode either = operation.putArray("security");
    either.addObject().putArray("bearer");
    either.addObject().putArray("session");
    return operation;
  }

  /** A JSON object whose first member must be there. */
  private static void body(ObjectNode operation, String... members) {
    ObjectNode schema =
        operation
            .putObject("requestBody")
            .put("required", true)
            .putObject("content")
            .putObject(JSON)
            .putObject("schema")
            .put("type", "object");
    schema.putArray("required").add(members[0]);
    ObjectNode properties = schema.putObject("properties");
    for (String member : members) {
      properties
          .putObject(member)
          .put("type", member.equals("expires_in_days") ? "integer" : "string");
    }
  }

  private static void ok(ObjectNode operation, String status) {
    responses(operation, status, JSON, "Document");
  }

  private static void done(ObjectNode operation) {
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("204").put("description", "Done");
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  private void components() {
    ObjectNode components = root.withObjectProperty("components");
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token of POST /tokens, or the bootstrap token");
    schemes
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "dateline_session")
        .put("description", "Writes also send the csrf of GET /me as X-CSRF-Token");
    ObjectNode parameters = components.putObject("parameters");
    ObjectNode bbox =
        parameter(parameters, "bbox", "bbox", "west,south,east,north in degrees; six with heights");
    bbox.put("style", "form").put("explode", false);
    bbox.putObject("schema")
        .put("type", "array")
        .put("minItems", 4)
        .put("maxItems", 6)
        .putObject("items")
        .put("type", "number");
    ObjectNode datetime =
        parameter(parameters, "datetime", "datetime", "A date, a time or an interval of two");
    datetime.put("style", "form").put("explode", false);
    datetime.putObject("schema").put("type", "string");
    integer(parameter(parameters, "limit", "limit", "How many features at most"), 1, null, 10);
    integer(parameter(parameters, "placesLimit", "limit", "How many places at most"), 1, 100, 10);
    integer(parameter(parameters, "offset", "offset", "How many to leave out"), 0, null, 0);
    text(parameters, "bbox-crs", "Reference system of bbox, by its OGC address");
    text(parameters, "f", "Format of the answer, which Accept says too; files have all features");
    text(parameters, "crs", "Reference system of the answer, by its OGC address");
    text(parameters, "cursor", "Where the page begins: what the link next has");
    text(parameters, "filter", "What must hold of the features, in CQL2");
    text(parameters, "filter-crs", "Reference system of the filter's geometries");
    parameter(parameters, "filter-lang", "filter-lang", "How the filter is written")
        .putObject("schema")
        .put("type", "string")
        .put("default", "cql2-text")
        .putArray("enum")
        .add("cql2-text")
        .add("cql2-json");
    text(parameters, "q", "Words that must stand in the feature's texts");
    list(parameters, "properties", "Names of the properties to answer, with commas");
    list(parameters, "sortby", "Properties to sort by, with commas; - before one for descending");
    parameter(parameters, "skipGeometry", "skipGeometry", "true leaves geometries out")
        .putObject("schema")
        .put("type", "boolean")
        .put("default", false);
    ObjectNode ifMatch =
        parameters.putObject("ifMatch").put("name", "If-Match").put("in", "header");
    ifMatch
        .put("required", true)
        .put("description", "The ETag of the version that is changed")
        .putObject("schema")
        .put("type", "string");
    ObjectNode schemas = components.withObjectProperty("schemas");
    schemas.putObject("Document").put("type", "object");
    feature(schemas.putObject("Feature"));
    page(schemas.putObject("Features"), "Feature");
    schemas.putObject("File").put("type", "string").put("format", "binary");
    decision(schemas.putObject("Decision"));
    undoList(schemas.putObject("UndoList"));
    problem(components, schemas);
  }

  private static void decision(ObjectNode schema) {
    schema.put("type", "object").put("description", "A merge patch: null takes a member back");
    ObjectNode members = schema.putObject("properties");
    words(members, "status", "verified", "rejected", "not_identifiable", "unverified");
    members
        .putObject("gazetteer_id")
        .put("type", "string")
        .put("nullable", true)
        .put("description", "Id of the place that is meant, as in /places");
    ObjectNode own = members.putObject("own_place").put("type", "object").put("nullable", true);
    own.put("description", "A place that no gazetteer has");
    own.putArray("required").add("name").add("lon").add("lat");
    ObjectNode place = own.putObject("properties");
    place.putObject("name").put("type", "string").put("minLength", 1).put("maxLength", 200);
    place.putObject("lon").put("type", "number").put("minimum", -180).put("maximum", 180);
    place.putObject("lat").put("type", "number").put("minimum", -90).put("maximum", 90);
    words(members, "kind", names(MentionKind.values()));
    words(members, "layer", names(Layer.values()));
    words(members, "feature_role", names(FeatureRole.values()));
    words(members, "sensitivity", "public", "limited");
    members
        .putObject("text")
        .put("type", "string")
        .put("description", "The words that are meant: others at this place are a conflict");
    words(members, "apply_to", "this", "identical");
  }

  private static void words(ObjectNode members, String name, String... words) {
    enumeration(
        members.putObject(name).put("type", "string").put("nullable", true), List.of(words));
  }

  private static String[] names(Enum<?>[] values) {
    return Stream.of(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static void undoList(ObjectNode schema) {
    schema.put("type", "object").putArray("required").add("changes");
    ObjectNode changes = schema.putObject("properties").putObject("changes");
    ObjectNode change =
        changes.put("type", "array").put("minItems", 1).put("maxItems", 10_000).putObject("items");
    change.put("type", "object").putArray("required").add("id").add("version").add("back_to");
    ObjectNode members = change.putObject("properties");
    members
        .putObject("id")
        .put("type", "string")
        .put("description", "Of a feature or mention; a mention's may be where it stands");
    members
        .putObject("version")
        .put("type", "integer")
        .put("minimum", 1)
        .put("description", "The version that you saw");
    members
        .putObject("back_to")
        .put("type", "integer")
        .put("minimum", 0)
        .put("description", BACK_TO);
  }

  private static void text(ObjectNode parameters, String name, String description) {
    parameter(parameters, name, name, description).putObject("schema").put("type", "string");
  }

  private static void list(ObjectNode parameters, String name, String description) {
    ObjectNode parameter = parameter(parameters, name, name, description);
    parameter.put("style", "form").put("explode", false);
    parameter.putObject("schema").put("type", "array").putObject("items").put("type", "string");
  }

  private static void page(ObjectNode features, String feature) {
    features.put("type", "object");
    features.putArray("required").add("type").add("features");
    ObjectNode members = features.putObject("properties");
    enumeration(members.putObject("type").put("type", "string"), List.of("FeatureCollection"));
    members
        .putObject("features")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/components/schemas/" + feature);
    members.putObject("numberMatched").put("type", "integer").put("minimum", 0);
    members.putObject("numberReturned").put("type", "integer").put("minimum", 0);
    members.putObject("timeStamp").put("type", "string").put("format", "date-time");
    ObjectNode link = members.putObject("links").put("type", "array").putObject("items");
    link.put("type", "object");
  }

  /** Describes a feature and returns its properties, to be filled. */
  private static ObjectNode feature(ObjectNode schema) {
    schema.put("type", "object");
    schema.putArray("required").add("type").add("geometry").add("properties");
    ObjectNode members = schema.putObject("properties");
    enumeration(members.putObject("type").put("type", "string"), List.of("Feature"));
    ArrayNode id = members.putObject("id").putArray("oneOf");
    id.addObject().put("type", "string");
    id.addObject().put("type", "number");
    ObjectNode geometry = members.putObject("geometry").put("type", "object").put("nullable", true);
    geometry.putArray("required").add("type");
    geometry.putObject("properties").putObject("type").put("type", "string");
    return members.putObject("properties").put("type", "object").putObject("properties");
  }

  private void problem(ObjectNode components, ObjectNode schemas) {
    ObjectNode schema = schemas.putObject("Problem").put("type", "object");
    schema.put("description", "RFC 9457 problem details");
    ObjectNode members = schema.putObject("properties");
    members.putObject("type").put("type", "string").put("format", "uri-reference");
    members.putObject("title").put("type", "string");
    members.putObject("status").put("type", "integer");
    members.putObject("detail").put("type", "string");
    members.putObject("instance").put("type", "string");
    members.putObject("where").put("type", "string").put("description", "What part was wrong");
    members.putObject("hint").put("type", "string").put("description", "What to do");
    components
        .putObject("responses")
        .putObject("Problem")
        .put("description", "What was wrong, where, and what to do: " + kinds())
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
  }

  private static String kinds() {
    StringBuilder kinds = new StringBuilder();
    for (ProblemType type : ProblemType.values()) {
      kinds.append(kinds.isEmpty() ? "" : ", ").append(type.slug());
    }
    return kinds.toString();
  }

  private ObjectNode get(
      String path, String tag, String id, String summary, String type, String schema) {
    ObjectNode operation = paths.withObjectProperty(path).putObject("get");
    describe(operation, tag, id, summary);
    responses(operation, type, schema);
    return operation;
  }

  private static void describe(ObjectNode operation, String tag, String id, String summary) {
    operation.putArray("tags").add(tag);
    operation.put("operationId", id).put("summary", summary);
  }

  private static void responses(ObjectNode operation, String type, String schema) {
    responses(operation, "200", type, schema);
  }

  private static void responses(ObjectNode operation, String status, String type, String schema) {
    ObjectNode responses = operation.putObject("responses");
    answer(responses, status, type, schema);
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  private static void answer(ObjectNode responses, String status, String type, String schema) {
    responses
        .putObject(status)
        .put("description", "The answer")
        .putObject("content")
        .putObject(type)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  private static void pathParameter(ObjectNode operation, String name, String description) {
    operation
        .withArray("parameters")
        .addObject()
        .put("name", name)
        .put("in", "path")
        .put("required", true)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static void queryParameter(
      ObjectNode operation, String name, String description, boolean required) {
    operation
        .withArray("parameters")
        .addObject()
        .put("name", name)
        .put("in", "query")
        .put("required", required)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode parameter(
      ObjectNode parameters, String key, String name, String description) {
    return parameters
        .putObject(key)
        .put("name", name)
        .put("in", "query")
        .put("required", false)
        .put("description", description);
  }

  private static void integer(ObjectNode parameter, int min, @Nullable Integer max, int otherwise) {
    ObjectNode schema = parameter.putObject("schema").put("type", "integer");
    schema.put("minimum", min).put("default", otherwise);
    if (max != null) {
      schema.put("maximum", max);
    }
  }

  private static void enumeration(ObjectNode schema, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = schema.putArray("enum");
      values.forEach(list::add);
    }
  }
}
