package dunnage.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dunnage.kernel");

  /// Lower packages first: a package may use those of the lines above its own, never below.
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("findings", "money", "calendar", "party", "evidence", "waterfall"),
          List.of("ledger", "law"),
          List.of("behaviour"),
          List.of("risk"),
          List.of("assessment", "pricing"));

  @Test
  void the_kernel_needs_nothing_but_the_jdk_and_jspecify() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dunnage.kernel..", "java..", "org.jspecify..")
        .check(KERNEL);
  }

  @Test
  void the_kernel_does_no_input_or_output() {
    DescribedPredicate<JavaClass> talks =
        DescribedPredicate.describe(
            "talk",
            c ->
                List.of("java.sql", "java.net", "java.io", "java.nio.file", "java.net.http")
                        .contains(c.getPackageName())
                    && !c.getName().equals("java.io.Serializable"));
    // Verify reads the bundle that is to be verified, with nothing but a JDK; the others read
    // tables
    // that ship beside them on the class path
    noClasses()
        .that()
        .haveNameNotMatching(
            "dunnage\\.kernel\\.(evidence\\.Verify|payout\\.PayoutRules|law\\.LawTable)")
        .should()
        .dependOnClassesThat(talks)
        .check(KERNEL);
  }

  @Test
  void the_kernel_reads_no_clock() {
    DescribedPredicate<JavaClass> clock =
        DescribedPredicate.describe("are a clock", c -> c.getName().equals("java.time.Clock"));
    noClasses().should().dependOnClassesThat(clock).check(KERNEL);
    noClasses().should().callMethod(java.time.LocalDate.class, "now").check(KERNEL);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(KERNEL);
  }

  @Test
  void packages_use_only_those_below_them() {
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      for (List<String> above : LAYERS.subList(layer + 1, LAYERS.size())) {
        noClasses()
            .that()
            .resideInAnyPackage(packages(LAYERS.get(layer)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(above))
            .check(KERNEL);
      }
    }
    slices().matching("dunnage.kernel.(*)..").should().beFreeOfCycles().check(KERNEL);
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(n -> "dunnage.kernel." + n).toArray(String[]::new);
  }
}
