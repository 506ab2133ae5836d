package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file, declaration by declaration. */
final class DeclarationReader extends TreeReader<Declaration> {

  private final Reading reading;
  private final ProductReader products;
  private final RuleReader rules;
  private final ContractReader contracts;
  private final TestReader tests;
  private final CheckReader checks;

  DeclarationReader(Reading reading) {
    this.reading = reading;
    this.products = new ProductReader(reading);
    this.rules = new RuleReader(reading);
    this.contracts = new ContractReader(reading);
    this.tests = new TestReader(reading);
    this.checks = new CheckReader(reading);
  }

  SourceTree read(TollParser.FileContext file) {
    List<Declaration> declarations = new ArrayList<>();
    for (TollParser.DeclarationContext declaration : reading.sound(file, file.declaration())) {
      declarations.add(visit(declaration));
    }
    return new SourceTree(
        reading.source(),
        declarations,
        reading.accepts(),
        reading.damaged().words(),
        reading.damaged().beginnings(),
        reading.damaged().breaksOff());
  }

  @Override
  public Declaration visitProduct(TollParser.ProductContext context) {
    return products.read(context);
  }

  @Override
  public Declaration visitRule_(TollParser.Rule_Context context) {
    return rules.read(context);
  }

  @Override
  public Declaration visitContract(TollParser.ContractContext context) {
    return contracts.read(context);
  }

  @Override
  public Declaration visitTests(TollParser.TestsContext context) {
    TollParser.TestsForContext header = context.testsFor();
    return new Declaration.TestsFor(
        reading.target(header.target()),
        Optional.ofNullable(header.point()).map(reading::point),
        reading.span(context));
  }

  @Override
  public Declaration visitTest(TollParser.TestContext context) {
    return tests.read(context);
  }

  @Override
  public Declaration visitCheck(TollParser.CheckContext context) {
    return checks.read(context);
  }
}
