package dunnage.app.evidence;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;

/// Who stands behind a certificate.
final class Trust {

  private static final Selector<X509CertificateHolder> EVERY =
      new Selector<>() {
        @Override
        public boolean match(X509CertificateHolder certificate) {
          return true;
        }

        @Override
        public Object clone() {
          return this;
        }
      };

  private Trust() {}

  /// The sentence about the chain of a certificate: valid at that time under one of the authorities
  /// (PKIX, RFC 5280; revocation is not looked up, since nothing here goes over the network).
  ///
  /// @throws GeneralSecurityException if authorities were named and none of them stands behind it
  static String chain(
      X509CertificateHolder certificate,
      Store<X509CertificateHolder> beside,
      Set<X509Certificate> authorities,
      Instant at)
      throws GeneralSecurityException {
    if (authorities.isEmpty()) {
      return "whether its issuer, "
          + certificate.getIssuer()
          + ", can be trusted was not asked (--trust-ca)";
    }
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    List<X509Certificate> given = new ArrayList<>();
    for (X509CertificateHolder holder : beside.getMatches(EVERY)) {
      given.add(converter.getCertificate(holder));
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(converter.getCertificate(certificate));
    Set<TrustAnchor> anchors =
        authorities.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(given)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathBuilder.getInstance("PKIX").build(parameters);
    return "its certificate was valid then under an authority you trust; revocation was not looked up";
  }

  /// The one certificate that a signer names.
  static X509CertificateHolder signer(
      Store<X509CertificateHolder> certificates, Selector<X509CertificateHolder> named)
      throws GeneralSecurityException {
    var found = certificates.getMatches(named);
    if (found.isEmpty()) {
      throw new GeneralSecurityException("the signer's certificate is not in the token");
    }
    return found.iterator().next();
  }
}
