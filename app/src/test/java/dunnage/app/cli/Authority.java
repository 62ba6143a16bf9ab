package dunnage.app.cli;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A certificate authority with a timestamp service, all in memory, for tests.
final class Authority {

  private static final Instant FROM = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");
  private static final X500Name ROOT = new X500Name("CN=Test Root,O=Nobody");

  private final KeyPair keys = pair("EC", 256);
  private final X509Certificate certificate =
      issue(ROOT, keys, ROOT, keys.getPrivate(), true, null);

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate issue(
      X500Name issuer,
      KeyPair subjectKeys,
      X500Name subject,
      PrivateKey issuerKey,
      boolean authority,
      KeyPurposeId purpose) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(subject.hashCode() & 0xffff),
              Date.from(FROM),
              Date.from(TO),
              subject,
              subjectKeys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Path pem(Path file) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  /// A signer's certificate and key.
  Path signer(Path file, String name, String password) throws Exception {
    KeyPair signer = pair("RSA", 2048);
    X509Certificate own =
        issue(ROOT, signer, new X500Name("CN=" + name), keys.getPrivate(), false, null);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "signer",
        signer.getPrivate(),
        password.toCharArray(),
        new Certificate[] {own, certificate});
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  /// Answers a timestamp request.
  ///
  /// @param purpose what the authority's certificate is for
  byte[] stamp(byte[] request, Instant time, KeyPurposeId purpose) throws Exception {
    KeyPair stamper = pair("EC", 256);
    X509Certificate own =
        issue(ROOT, stamper, new X500Name("CN=Test Clock"), keys.getPrivate(), false, purpose);
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withECDSA", stamper.getPrivate(), own),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(
                    new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
            new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
    tokens.addCertificates(new JcaCertStore(List.of(own, certificate)));
    return new TimeStampResponseGenerator(tokens, Set.copyOf(TSPAlgorithms.ALLOWED))
        .generate(new TimeStampRequest(request), BigInteger.TEN, Date.from(time))
        .getEncoded();
  }
}
