using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Tests.Signing;

public sealed class SignatureRowsTests
{
    private const string StandsIn = "199001012015011001";

    private static readonly Parties Parties = new(
        Party("198001012005011001"), Party("197001012000011001"), Party("196501011990011001"));

    /// <summary>Whoever acted for a party signs where he acted, and nowhere else.</summary>
    [Theory]
    [InlineData(Step.Validate, Substep.None, SignaturePlace.PejabatPenilai, true)]
    [InlineData(Step.Validate, Substep.None, SignaturePlace.Asn, false)]
    [InlineData(Step.Validate, Substep.None, SignaturePlace.AtasanPejabatPenilai, false)]
    [InlineData(Step.Sign, Substep.Pengesahan, SignaturePlace.AtasanPejabatPenilai, true)]
    [InlineData(Step.Sign, Substep.Keputusan, SignaturePlace.AtasanPejabatPenilai, true)]
    [InlineData(Step.Sign, Substep.Tanggapan, SignaturePlace.PejabatPenilai, false)]
    public void Who_stood_in_signs_at_his_own_place(Step step, Substep substep, SignaturePlace place, bool isGood)
    {
        var why = SignatureRows.WhyNotBy(Parties, [(step, substep, new(1, "Plh. Kepala Bidang", StandsIn, null))], Found(place));

        Assert.Equal(isGood ? null : "penanda tangannya bukan yang tercatat", why);
    }

    private static SignatureFinding Found(SignaturePlace place) =>
        new(place.ToString(), "A", StandsIn, null, null, true, true, true, []);

    private static Party Party(string nip) => new(1, "A", nip, JenisAsn.Pns, null, "Jabatan", "Unit", false);
}
