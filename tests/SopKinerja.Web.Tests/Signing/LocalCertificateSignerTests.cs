using System.Text;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

public sealed class LocalCertificateSignerTests(SigningWorld world) : IClassFixture<SigningWorld>
{
    private static readonly DateTimeOffset Now = SigningWorld.Now;

    [Fact]
    public async Task Three_people_sign_one_after_the_other()
    {
        var pdf = SampleSignatures.Drawn();
        foreach (var place in Enum.GetValues<SignaturePlace>())
        {
            var person = await world.HolderAsync();
            var signed = await SignedAsync(pdf, place, person);
            Assert.Equal(pdf, signed[..pdf.Length]);
            pdf = signed;
        }

        using var tools = new PdfTools(pdf);
        Assert.Equal(3, tools.Signatures.Split("Signature is Valid.").Length - 1);
        Assert.Equal("", tools.Faults());
        Assert.True(new PdfSignatureVerifier(await world.TrustAsync(), SignatureTimes.Unstored(Now)).Verify(pdf) is { Holds: true, Signatures.Count: 3 });
    }

    [Fact]
    public async Task The_outcome_carries_the_hash_that_the_database_asks_for()
    {
        var person = await world.HolderAsync();

        var signed = Assert.IsType<SigningOutcome.Signed>(await world.SignAsync(Task(person), person.PegawaiId));

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(signed.Document.Bytes)), signed.Document.Sha256);
        Assert.Null(signed.Note);
    }

    [Fact]
    public async Task Nobody_signs_for_the_party_who_is_named()
    {
        var (named, other) = (await world.HolderAsync(), await world.HolderAsync());

        Assert.Equal(
            $"Tempat ini untuk tanda tangan {named.Nama} Anda tidak dapat menandatangani atas nama orang lain.",
            await RefusedAsync(Task(named), other.PegawaiId));
    }

    [Fact]
    public async Task Without_a_certificate_with_an_ended_one_or_an_expired_one_nothing_is_signed()
    {
        var (stranger, lost, holder) = (await world.StrangerAsync(), await world.HolderAsync(), await world.HolderAsync());
        await world.ActAsync(p => p.EndAsync(lost.PegawaiId, EndReason.Lost, lost.Nama, Now));

        Assert.StartsWith(
            "Anda belum mempunyai sertifikat", await RefusedAsync(Task(stranger), stranger.PegawaiId), StringComparison.Ordinal);
        Assert.StartsWith("Anda belum mempunyai sertifikat", await RefusedAsync(Task(lost), lost.PegawaiId), StringComparison.Ordinal);
        Assert.StartsWith("Sertifikat Anda berakhir 21 November 2028.",
            await RefusedAsync(Task(holder), holder.PegawaiId, at: Now.AddYears(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_number_than_the_document_names_is_not_used()
    {
        var person = await world.HolderAsync();

        Assert.StartsWith("Sertifikat Anda dibuat untuk NIP yang lain",
            await RefusedAsync(Task(person with { Nip = "199003152015032999" }), person.PegawaiId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_passphrase_signs_nothing_and_is_counted()
    {
        var person = await world.HolderAsync();

        Assert.StartsWith(
            "Frasa sandi salah.", await RefusedAsync(Task(person), person.PegawaiId, "frasa yang salah"), StringComparison.Ordinal);

        Assert.Equal(1, Assert.Single(await world.RowsAsync(person.PegawaiId)).Failures);
    }

    [Fact]
    public async Task A_file_that_cannot_be_signed_is_refused_before_the_passphrase_counts()
    {
        var person = await world.HolderAsync();
        var foreign = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(SampleSignatures.Drawn())
            .Replace("/Creator(SopKinerja)", "/Creator(SopKinerjo)", StringComparison.Ordinal));

        Assert.Equal("Dokumen PDF ini rusak: awalnya bukan PDF. Ambil lagi aslinya.", await RefusedAsync(
            Task(person) with { Pdf = [1, 2] }, person.PegawaiId, "salah"));
        Assert.Equal("Dokumen PDF ini bukan buatan aplikasi ini: pembuatnya bukan SopKinerja.", await RefusedAsync(
            Task(person) with { Pdf = foreign }, person.PegawaiId, "salah"));
        Assert.Equal(
            "Dokumen ini tidak menyediakan tempat untuk tanda tangan ini.",
            await RefusedAsync(Task(person) with { Pdf = new PdfSharpEngine().Draw(SampleForms.Document(1)) }, person.PegawaiId, "salah"));
        Assert.Equal(0, Assert.Single(await world.RowsAsync(person.PegawaiId)).Failures);
    }

    [Fact]
    public async Task Nobody_adds_a_signature_to_a_document_whose_signature_no_longer_holds()
    {
        var (first, second) = (await world.HolderAsync(), await world.HolderAsync());
        var signed = await SignedAsync(SampleSignatures.Drawn(), SignaturePlace.PejabatPenilai, first);
        var at = signed.AsSpan().LastIndexOf("/Contents<"u8) + 3000;
        signed[at] = signed[at] == (byte)'A' ? (byte)'B' : (byte)'A';

        Assert.StartsWith("Tanda tangan yang sudah ada", await RefusedAsync(Task(second) with { Pdf = signed }, second.PegawaiId),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timestamp_that_could_not_be_had_is_said_beside_the_signed_file()
    {
        var person = await world.HolderAsync();
        using var broken = new SampleTimestamps { Instead = () => throw new HttpRequestException("putus") };
        using var good = new SampleTimestamps();

        var without = Assert.IsType<SigningOutcome.Signed>(
            await world.SignAsync(Task(person), person.PegawaiId, timestamps: Server(broken)));
        var with = Assert.IsType<SigningOutcome.Signed>(await world.SignAsync(Task(person), person.PegawaiId, timestamps: Server(good)));

        Assert.StartsWith("Server stempel waktu tidak dapat dihubungi.", without.Note, StringComparison.Ordinal);
        Assert.Null(with.Note);
        var verifier = new PdfSignatureVerifier(await world.TrustAsync(), SignatureTimes.Unstored(Now));
        Assert.Null(Assert.Single(verifier.Verify(without.Document.Bytes).Signatures).TimestampedAt);
        Assert.Equal(SampleTimestamps.Time, Assert.Single(verifier.Verify(with.Document.Bytes).Signatures).TimestampedAt);

        static TimestampServer Server(SampleTimestamps handler) => new(new(handler, disposeHandler: false), new("http://waktu.contoh/tsa"));
    }

    private static SigningTask Task(Signatory person) =>
        new(SampleSignatures.Drawn(), SignaturePlace.Asn, person, "Menerima hasil penilaian prestasi kerja");

    private async Task<byte[]> SignedAsync(byte[] pdf, SignaturePlace place, Signatory person) => Assert.IsType<SigningOutcome.Signed>(
        await world.SignAsync(new(pdf, place, person, "Menyetujui hasil penilaian prestasi kerja"), person.PegawaiId)).Document.Bytes;

    private async Task<string> RefusedAsync(
        SigningTask task, int actor, string passphrase = SigningWorld.OfPerson, DateTimeOffset? at = null) =>
        Assert.IsType<SigningOutcome.Refused>(await world.SignAsync(task, actor, passphrase, at)).Sentence;
}
