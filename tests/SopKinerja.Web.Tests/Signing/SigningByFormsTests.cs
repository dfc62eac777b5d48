using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>A dinas that signs with certificates: steps 4 and 5 and the pengesahan, by their forms.</summary>
public sealed class SigningByFormsTests(SigningByFormsTests.Dinas site) : IClassFixture<SigningByFormsTests.Dinas>
{
    private const string Field = "Frasa sandi tanda tangan Anda";
    private const string Approve = "Setujui dan terbitkan dokumen";
    private const string Acknowledge = "Nyatakan telah menerima hasil";

    [Fact]
    public async Task Three_sign_the_same_file_one_behind_the_other()
    {
        await site.CertifyAsync("kabidkop", "pelaksanakop", "kadis");
        var id = await site.RatifiedAtValidationAsync("pelaksanakop");

        await PressAsync("kabidkop", $"/berkas/{id}/validasi/setujui", Approve);
        await PressAsync("pelaksanakop", $"/berkas/{id}/tanda-tangan", Acknowledge);
        await PressAsync("kadis", $"/berkas/{id}/pengesahan", "Sahkan dokumen");

        var dossier = await site.DossierAsync(id);
        Assert.Equal((Step.Duplicate, SigningMode.Certificate), (dossier.Step, dossier.SigningMode));
        var files = dossier.Documents.OrderBy(d => d.Kind).Select(d => d.Content!.Bytes).ToList();
        Assert.Equal(3, files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            using var tools = new PdfTools(files[i]);
            Assert.Equal("", tools.Faults());
            Assert.Equal(i + 1, tools.Signatures.Split("Signature is Valid.").Length - 1);
            Assert.Equal(1, tools.Signatures.Split("Total document signed").Length - 1);
            Assert.True(i == 0 || files[i].AsSpan().StartsWith(files[i - 1]));
        }

        using var last = new PdfTools(files[^1]);
        var text = string.Concat(last.RawText.Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains("tandatanganelektroniktidaktersertifikasi", text, StringComparison.Ordinal);
        Assert.Contains(VerificationCode.Tampil(dossier.VerificationCode!), text, StringComparison.Ordinal);
        foreach (var who in new[] { "kabidkop", "pelaksanakop", "kadis" })
        {
            Assert.Contains(string.Concat(site.People[who].Nama.Where(c => !char.IsWhiteSpace(c))), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_passphrase_is_counted_and_slowed_and_nothing_is_half_signed()
    {
        await site.CertifyAsync("kabidind");
        var id = await site.RatifiedAtValidationAsync("penyuluhind");
        using var penilai = await site.SignInAsync("kabidind");

        var page = await (await penilai.GoAsync($"/berkas/{id}/validasi/setujui")).PressAsync(Approve);
        Assert.Equal("Tulis frasa sandi tanda tangan Anda untuk menandatangani.", Assert.Single(page.Errors));
        for (var i = 0; i < LockedKeys.Free; i++)
        {
            page = await page.Fill(Field, "bukan frasa saya sama sekali").PressAsync(Approve);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.DoesNotContain("bukan frasa saya", page.Html, StringComparison.Ordinal);
        }

        // The right one has to wait now.
        page = await page.Fill(Field, SiteCertificates.OfPerson).PressAsync(Approve);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("terlalu sering", Assert.Single(page.Errors), StringComparison.Ordinal);
        var dossier = await site.DossierAsync(id);
        Assert.Equal((Step.Validate, 0, null), (dossier.Step, dossier.Documents.Count, dossier.VerificationCode));

        site.Clock.Move(TimeSpan.FromHours(1));
        await PressAsync("kabidind", $"/berkas/{id}/validasi/setujui", Approve);
        Assert.Equal(Step.Sign, (await site.DossierAsync(id)).Step);
    }

    [Fact]
    public async Task Without_a_certificate_or_with_one_that_ended_nobody_signs_and_the_page_shows_the_way()
    {
        await site.CertifyAsync("kabiddag", "penera");
        var id = await site.RatifiedAtValidationAsync("penera");
        await PressAsync("kabiddag", $"/berkas/{id}/validasi/setujui", Approve);
        using var asn = await site.SignInAsync("penera");
        var page = await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<CertificateActs>()
                .EndAsync(site.People["penera"].PegawaiId!.Value, EndReason.Lost, site.People["penera"].Nama, site.Clock.GetUtcNow()));
        }

        page = await page.WithoutObjection().Fill(Field, SiteCertificates.OfPerson).PressAsync(Acknowledge);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("sertifikat", Assert.Single(page.Errors), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ke Sertifikat saya", page.Text, StringComparison.Ordinal);
        Assert.Equal(Step.Sign, (await site.DossierAsync(id)).Step);
    }

    [Fact]
    public async Task A_dossier_is_signed_to_its_end_in_the_way_it_was_begun()
    {
        await site.CertifyAsync("kasubbag2");
        var id = await site.RatifiedAtValidationAsync("arsiparis");
        site.Configuration[StepSigning.ModeSetting] = "akun";
        try
        {
            using var penilai = await site.SignInAsync("kasubbag2");
            await (await penilai.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", site.Password).PressAsync(Approve);
        }
        finally
        {
            site.Configuration[StepSigning.ModeSetting] = Dinas.Mode;
        }

        using var asn = await site.SignInAsync("arsiparis");
        await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection()
            .Fill("Kata sandi akun Anda", site.Password).PressAsync(Acknowledge);

        var dossier = await site.DossierAsync(id);
        Assert.Equal((SigningMode.Account, 2), (dossier.SigningMode, dossier.Documents.Count));
        Assert.All(dossier.Documents, d => Assert.Equal(-1, d.Content!.Bytes.AsSpan().IndexOf("/ByteRange"u8)));
    }

    [Theory]
    [InlineData("Stempel", false)]
    [InlineData(" sertifikat ", true)]
    [InlineData("", true)]
    public void Only_a_known_way_of_signing_may_be_set(string setting, bool isKnown) =>
        Assert.Equal(isKnown, Record.Exception(() => SigningModes.Named(setting)) is null);

    private async Task PressAsync(string userName, string address, string button)
    {
        using var visitor = await site.SignInAsync(userName);
        var page = await (await visitor.GoAsync(address)).WithoutObjection().Fill(Field, SiteCertificates.OfPerson).PressAsync(button);
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
    }

    /// <summary>A dinas that has chosen certificates.</summary>
    public sealed class Dinas : SopSite, IAsyncLifetime
    {
        internal const string Mode = "Sertifikat";

        public IConfiguration Configuration => Services.GetRequiredService<IConfiguration>();

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Configuration[StepSigning.ModeSetting] = Mode;
        }

        /// <summary>A dossier with all scores, of a period whose documents are ratified.</summary>
        public Task<long> RatifiedAtValidationAsync(string asn) => PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Validate, asn, Period);
            dossier.Period.Ratify(asn == "pelaksanakop");
            await play.RateAsync(dossier);
            return dossier.Id;
        });

        /// <summary>With its history and its documents.</summary>
        public Task<Dossier> DossierAsync(long id) => AskAsync(db => db.Dossiers.AsNoTracking()
            .Include(d => d.History).Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));
    }
}
