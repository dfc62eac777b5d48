using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>A dossier whose document is signed at step 4 and step 5, in the whole application, and what "verify" says of it.</summary>
public sealed class SignedDossierTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Frasa = "sungai barito mengalir";

    [Fact]
    public async Task A_document_is_signed_at_both_steps_stored_verified_and_an_ended_certificate_is_named()
    {
        var said = await VerifiedAsync();
        Assert.DoesNotContain("tanda tangan", said.Text, StringComparison.Ordinal);
        Assert.Equal(["Otoritas sertifikat dinas sudah dibuat dan berlaku sampai 23 November 2036.", "Otoritas tidak dibuat. Kedua frasa "
            + "sandi tidak sama."],
            (await MakeAuthorityAsync()).Order(StringComparer.Ordinal));
        var (dossier, atasan, asn) = await SignedAsync();

        var documents = dossier.Documents.OrderBy(d => d.Kind).ToList();
        using var final = new PdfTools(documents[1].Content!.Bytes);
        Assert.Equal(documents[0].Content!.Bytes, documents[1].Content!.Bytes[..documents[0].Size]);
        Assert.Equal(2, final.Signatures.Split("Signature is Valid.").Length - 1);
        Assert.Equal("", final.Faults());
        Assert.Contains($"Disetujui secara elektronik oleh {atasan.Nama}", final.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        // The date of the approval is known when the form is drawn; that of the receipt stands in its signature.
        var signedAt = documents.Select(d => Tanggal.TampilPukul(d.DrawnAt)).ToList();
        Assert.Contains($"9. DIBUAT TANGGAL, {Tanggal.Tampil(documents[0].DrawnAt)}", final.RawText, StringComparison.Ordinal);
        Assert.Contains($"10. DITERIMA TANGGAL, {Tanggal.Tampil(documents[1].DrawnAt)}", final.Text, StringComparison.Ordinal);
        Assert.Contains(signedAt[1], final.RawText, StringComparison.Ordinal);
        Assert.Contains("11. DITERIMA TANGGAL -", final.RawText, StringComparison.Ordinal);
        Assert.Contains("Tidak diperlukan: pengesahan tidak diminta", final.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal((0, "1 hasil dihitung ulang dan 2 dokumen diperiksa. 3 tanda tangan di dalamnya diperiksa. "
            + "<> mata rantai dan 0 segel diperiksa. Semuanya sama dengan yang "
            + "disimpan."), await VerifiedAsync());

        // A certificate that had ended before the signature, though the bytes are as they were stored.
        await BehindAsync($"update signing_certificates set ended_at = now() - interval '90 years', end_reason = 'Compromised', ended_by = "
            + $"'x', locked_key = null where pegawai_id = {asn.PegawaiId}");
        var (code, text) = await VerifiedAsync();
        Assert.Equal(1, code);
        Assert.Contains($"Dokumen akhir berkas {dossier.Id}: tanda tangan Asn: sertifikatnya sudah dicabut pada waktu itu.", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(asn.Nama, text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> MakeAuthorityAsync()
    {
        List<string> said = [];
        foreach (
            var typed in new[] { "kunci besar dinas kita\nkunci kecil dinas kita\n", "kunci besar dinas kita\nkunci besar dinas kita\n" })
        {
            await using var scope = site.Services.CreateAsyncScope();
            using var output = new StringWriter();
            await CreateAuthorityCommand.RunAsync(scope.ServiceProvider, null, new StringReader(typed), output);
            said.Add(output.ToString()
                .Replace("Frasa sandi otoritas: Ulangi frasa sandi: ", "", StringComparison.Ordinal).Split(" Simpan")[0].Trim());
        }

        return said;
    }

    private async Task<(Dossier Dossier, Party Atasan, Party Asn)> SignedAsync()
    {
        var id = await site.DossierAtAsync(Step.Validate, "pelaksanakop");
        // The play moved its own clock; what follows happens after it.
        site.Clock.Move(TimeSpan.FromDays(2));
        await using var scope = site.Services.CreateAsyncScope();
        var (db, press, signer) = (scope.ServiceProvider.GetRequiredService<SopDbContext>(),
            scope.ServiceProvider.GetRequiredService<DocumentPress>(), scope.ServiceProvider.GetRequiredService<ISigner>());
        var dossier = await db.Dossiers.Include(d => d.History)
            .Include(d => d.Documents).Include(d => d.Copies).Include(d => d.Period).SingleAsync(d => d.Id == id);
        var (atasan, asn, now) = (dossier.Parties.AtasanLangsung, dossier.Parties.Asn, site.Clock.GetUtcNow());
        foreach (var person in new[] { atasan, asn })
        {
            var log = scope.ServiceProvider.GetRequiredService<ChangeLog>();
            log.Write(new(), ChangeSubjects.Sertifikat, person.PegawaiId, person.Nama, "meminta sertifikat.");
            Assert.Null(await scope.ServiceProvider.GetRequiredService<CertificateActs>().RequestAsync(person.PegawaiId, new(Frasa), now));
            log.Write(new(), ChangeSubjects.Sertifikat, person.PegawaiId, person.Nama, "menerbitkan sertifikat.");
            var office = scope.ServiceProvider.GetRequiredService<CertificateActs>();
            Assert.Null(await office.IssueAsync((await office.WaitingAsync()).Single().Id, new("kunci besar dinas kita"), "Admin", now));
        }

        var approver = ActorOf(atasan);
        dossier.Rate(SampleWork.Rated(dossier), approver, now, "Pegawai pindah bulan depan.");
        var issuance = DocumentProofs.NewIssuance(SigningMode.Certificate);
        var after = dossier.After(d => d.Approve(_ => new([], ""), issuance, approver, now));
        var approved = await SignedAsync(
            press.DrawForSigning(after, now).Bytes, SignaturePlace.PejabatPenilai, atasan, "Menyetujui hasil penilaian prestasi kerja");
        dossier.Approve(_ => approved, issuance, approver, now);
        await db.SaveChangesAsync();
        var final = await SignedAsync(approved.Bytes, SignaturePlace.Asn, asn, "Menerima hasil penilaian prestasi kerja");
        dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, ActorOf(asn), now);
        dossier.Acknowledge(_ => final, ActorOf(asn), now);
        await db.SaveChangesAsync();
        return (dossier, atasan, asn);

        async Task<DrawnDocument> SignedAsync(byte[] pdf, SignaturePlace place, Party party, string alasan) =>
            Assert.IsType<SigningOutcome.Signed>(
            await signer.SignAsync(
                new(pdf, place, Signatory.Of(party), alasan), ActorOf(party), new(Frasa), now, CancellationToken.None)).Document;
    }

    private Actor ActorOf(Party party) => site.People.Values.Single(a => a.PegawaiId == party.PegawaiId);

    private async Task<(int Code, string Text)> VerifiedAsync()
    {
        using StringWriter text = new(), progress = new();
        var code = await VerifyCommand.RunAsync(site.ConnectionString, text, progress, CancellationToken.None);
        return (code, System.Text.RegularExpressions.Regex.Replace(text.ToString().Replace(VerifyCommand.BeganAsDemo, "", StringComparison.Ordinal).Trim(), "[0-9]+ mata rantai", "<> mata rantai",
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private async Task BehindAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
