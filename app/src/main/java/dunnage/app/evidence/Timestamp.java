package dunnage.app.evidence;

import dunnage.kernel.evidence.Attestation;
import dunnage.kernel.evidence.Hash;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// RFC 3161 (updated by RFC 5816): an authority's word that bytes existed at a time.
public final class Timestamp {

  private Timestamp() {}

  /// The request to send to an authority, DER. It asks for the certificate and carries no nonce: it
  /// travels by hand, and the token is bound to the bytes by their hash.
  ///
  /// @param covered the bytes to be stamped
  public static byte[] request(byte[] covered) {
    try {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      return generator
          .generate(NISTObjectIdentifiers.id_sha256, Hash.of(covered).bytes())
          .getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The token in an authority's answer (.tsr), or the token itself (.tst), DER.
  ///
  /// @throws IllegalArgumentException with a sentence if there is none
  public static byte[] token(byte[] answer) {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new IllegalArgumentException("the authority refused: " + response.getStatusString());
      }
      return token.getEncoded();
    } catch (IOException | TSPException notAResponse) {
      try {
        return new TimeStampToken(new CMSSignedData(answer)).getEncoded();
      } catch (IOException | TSPException | CMSException | RuntimeException noToken) {
        throw new IllegalArgumentException("it is no RFC 3161 answer or token", noToken);
      }
    }
  }

  static Testimony check(Attestation attestation, Set<X509Certificate> authorities)
      throws CMSException,
          TSPException,
          IOException,
          OperatorCreationException,
          GeneralSecurityException {
    TimeStampToken token = new TimeStampToken(new CMSSignedData(attestation.token()));
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    boolean same =
        token
                .getTimeStampInfo()
                .getHashAlgorithm()
                .getAlgorithm()
                .equals(NISTObjectIdentifiers.id_sha256)
            && Arrays.equals(
                token.getTimeStampInfo().getMessageImprintDigest(),
                Hash.of(attestation.covered()).bytes());
    if (!same) {
      throw new GeneralSecurityException("it stamps something else than this bundle");
    }
    X509CertificateHolder certificate = Trust.signer(token.getCertificates(), token.getSID());
    // signature, purpose of the certificate and its validity at that time
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    String by = certificate.getSubject().toString();
    String chain = Trust.chain(certificate, token.getCertificates(), authorities, time);
    return new Testimony(
        attestation.kind(),
        true,
        by,
        time,
        "existed at " + time + " by the word of " + by + "; " + chain);
  }
}
