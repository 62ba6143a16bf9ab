package dunnage.app.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The module graph: kernel computes and knows nobody, formats knows kernel, app knows both.
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dunnage");

  private static final String[] SERVER =
      Stream.of(
              "platform",
              "evidence",
              "access",
              "debtors",
              "ledger",
              "intake",
              "risk",
              "desk",
              "sample")
          .map(module -> "dunnage.app." + module + "..")
          .toArray(String[]::new);

  @Test
  void all_modules_are_looked_at() {
    assertThat(ALL.stream().map(c -> c.getPackageName()).distinct())
        .contains("dunnage.kernel.money", "dunnage.formats", "dunnage.app.cli");
  }

  @Test
  void the_kernel_knows_neither_files_nor_commands() {
    noClasses()
        .that()
        .resideInAPackage("dunnage.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dunnage.formats..", "dunnage.app..")
        .check(ALL);
  }

  @Test
  void formats_knows_the_kernel_only() {
    noClasses()
        .that()
        .resideInAPackage("dunnage.formats..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dunnage.app..")
        .check(ALL);
  }

  @Test
  void the_kernel_does_no_input_or_output_and_uses_no_library() {
    // ShippedText reads tables that ship on the class path, Verify a bundle with nothing but a JDK
    classes()
        .that()
        .resideInAPackage("dunnage.kernel..")
        .and()
        .haveNameNotMatching("dunnage\\.kernel\\.(evidence\\.Verify|shipped\\.ShippedText)")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dunnage.kernel..",
            "java.lang..",
            "java.util..",
            "java.math",
            "java.time..",
            "java.text",
            "java.nio",
            "java.nio.charset",
            "java.security..",
            "org.jspecify..")
        .check(ALL);
  }

  @Test
  void only_the_command_line_knows_its_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dunnage.app.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(ALL);
  }

  @Test
  void only_the_modules_of_the_server_know_its_libraries() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SERVER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..", "org.flywaydb..")
        .check(ALL);
  }

  @Test
  void the_platform_knows_no_word_of_the_trade() {
    noClasses()
        .that()
        .resideInAPackage("dunnage.app.platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dunnage.kernel..", "dunnage.formats..", "dunnage.app.cli..", "dunnage.app.report..")
        .check(ALL);
  }

  @Test
  void the_platform_shows_its_door_and_what_modules_stand_on() {
    assertThat(
            ALL.stream()
                .filter(type -> type.getPackageName().equals("dunnage.app.platform"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass())
                .map(type -> type.getSimpleName()))
        .containsExactlyInAnyOrder(
            "Server",
            "Settings",
            "Refusal",
            "Problem",
            "Tenancy",
            "Caller",
            "Uuid7",
            "ToldAsPage",
            "TypeId",
            "Listing",
            "Cursor",
            "Versions",
            "OwnTransactions",
            "ShownOnce",
            "SetupKey",
            "Columns");
  }

  @Test
  void the_page_does_not_know_the_command_line() {
    noClasses()
        .that()
        .resideInAPackage("dunnage.app.report..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dunnage.app.cli..")
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void the_wording_knows_neither_the_page_nor_the_command_line() {
    noClasses()
        .that()
        .resideInAPackage("dunnage.app.wording..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dunnage.app.cli..", "dunnage.app.report..")
        .check(ALL);
  }

  @Test
  void packages_of_the_kernel_form_no_circle() {
    slices().matching("dunnage.kernel.(*)..").should().beFreeOfCycles().check(ALL);
  }
}
