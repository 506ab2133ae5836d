package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the policy together, once nothing in it is wrong. */
final class BuildPolicy {

  private BuildPolicy() {}

  /** The policy of a draft without errors. */
  static Policy of(Draft draft, List<SourceText> sources) {
    Map<String, Product> products = new LinkedHashMap<>();
    draft.products.forEach(product -> products.put(product.name(), product(product)));
    Map<String, String> files = new LinkedHashMap<>();
    sources.forEach(source -> files.put(source.name(), source.text()));
    return new Policy(
        products, draft.builtContracts(), files, new LineIndex().of(draft), hash(files));
  }

  private static Product product(ProductDraft draft) {
    return draft.build(
        draft.allQuotas.stream().map(QuotaDraft::build).toList(),
        draft.allAddOns.stream().map(AddOnDraft::build).toList(),
        draft.allRules.stream().map(rule -> rule.built.orElseThrow()).toList());
  }

  /** Each text goes in with its length, so that no two sets of files look the same. */
  private static String hash(Map<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            update(digest, name);
            update(digest, text);
          });
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
