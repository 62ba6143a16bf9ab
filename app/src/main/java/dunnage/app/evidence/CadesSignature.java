package dunnage.app.evidence;

import dunnage.kernel.evidence.Attestation;
import dunnage.kernel.evidence.Hash;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A detached CAdES signature, level B-B (ETSI EN 319 122-1): CMS whose signed attributes name the
/// signer's certificate by its hash and the time the signer states.
public final class CadesSignature {

  private CadesSignature() {}

  /// @param chain the signer's certificate first
  /// @param stated the time the signer states
  /// @return DER
  /// @throws GeneralSecurityException if the key cannot sign
  public static byte[] sign(
      byte[] covered, PrivateKey key, List<X509Certificate> chain, Instant stated)
      throws GeneralSecurityException {
    try {
      X509Certificate certificate = chain.getFirst();
      ASN1EncodableVector attributes = new ASN1EncodableVector();
      attributes.add(
          new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(stated)))));
      ESSCertIDv2 id = new ESSCertIDv2(Hash.of(certificate.getEncoded()).bytes());
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(id))));
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build(
                  new JcaContentSignerBuilder(algorithm(key)).build(key),
                  new JcaX509CertificateHolder(certificate)));
      generator.addCertificates(new JcaCertStore(chain));
      return generator.generate(new CMSProcessableByteArray(covered), false).getEncoded("DER");
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new GeneralSecurityException("the key cannot sign: " + e.getMessage(), e);
    }
  }

  private static String algorithm(PrivateKey key) throws GeneralSecurityException {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      case "EdDSA", "Ed25519" -> "Ed25519";
      default -> throw new GeneralSecurityException("no way to sign with " + key.getAlgorithm());
    };
  }

  static Testimony check(Attestation attestation, Set<X509Certificate> authorities)
      throws CMSException, IOException, OperatorCreationException, GeneralSecurityException {
    CMSSignedData signed =
        new CMSSignedData(new CMSProcessableByteArray(attestation.covered()), attestation.token());
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      throw new GeneralSecurityException(signers.size() + " signers where one is expected");
    }
    SignerInformation signer = signers.iterator().next();
    X509CertificateHolder certificate = Trust.signer(signed.getCertificates(), signer.getSID());
    if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
      throw new GeneralSecurityException("the signature is not over this bundle");
    }
    if (!namesCertificate(signer, certificate)) {
      throw new GeneralSecurityException("the signature does not name its certificate (ESS)");
    }
    Instant stated = stated(signer);
    String by = certificate.getSubject().toString();
    String chain = Trust.chain(certificate, signed.getCertificates(), authorities, stated);
    return new Testimony(
        attestation.kind(),
        true,
        by,
        stated,
        "signed by " + by + ", who states " + stated + "; " + chain);
  }

  private static boolean namesCertificate(
      SignerInformation signer, X509CertificateHolder certificate) throws IOException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute named =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (named == null) {
      return false;
    }
    ESSCertIDv2[] ids =
        SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts();
    return ids.length > 0
        && Arrays.equals(ids[0].getCertHash(), Hash.of(certificate.getEncoded()).bytes());
  }

  private static Instant stated(SignerInformation signer) throws GeneralSecurityException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
    if (time == null) {
      throw new GeneralSecurityException("the signature states no time");
    }
    try {
      return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    } catch (RuntimeException unreadable) {
      throw new GeneralSecurityException("the signature states an unreadable time", unreadable);
    }
  }
}
