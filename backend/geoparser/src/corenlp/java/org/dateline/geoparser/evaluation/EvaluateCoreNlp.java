package org.dateline.geoparser.evaluation;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dateline.geodata.EmbeddedGeodata;
import org.dateline.geodata.gazetteer.Gazetteer;
import org.dateline.geoparser.text.Span;

/**
 * Measures the field's usual baseline: Stanford CoreNLP's three-class recogniser, each name placed
 * at the most populous place of our gazetteer that bears it.
 *
 * <pre>
 * mvn -q -Pcorenlp -pl backend/geoparser -am test-compile exec:exec@evaluate-corenlp -Dcorpora="CORPUS"
 * </pre>
 *
 * <p>CoreNLP is under the GPL and its models weigh 474 MB: it is measured against, never shipped.
 */
public final class EvaluateCoreNlp {

  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private EvaluateCoreNlp() {}

  /** Runs the command; arguments as in {@link Evaluate}. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(MODEL);
    Gazetteer gazetteer = EmbeddedGeodata.open(EmbeddedGeodata.userCache()).gazetteer();
    Evaluate.run(
        new MostPopulous(gazetteer, text -> locations(classifier, text)), gazetteer, args);
  }

  private static List<Span> locations(CRFClassifier<CoreLabel> classifier, String text) {
    List<Span> spans = new ArrayList<>();
    for (var found : classifier.classifyToCharacterOffsets(text)) {
      if (found.first().equals("LOCATION")) {
        spans.add(new Span(found.second(), found.third()));
      }
    }
    return spans;
  }
}
