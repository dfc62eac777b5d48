using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>Makes the printed forms: the measurement document for the screen and the store, others for whoever asks, without keeping them.</summary>
public sealed class DocumentPress(IPdfEngine engine, IOptions<DinasSettings> dinas)
{
    /// <summary>What the document says, as it stands.</summary>
    public FormDescription Describe(Dossier dossier, DateTimeOffset at) => dossier.Sheet is PermenPanRb6Sheet
        ? DokumenKinerjaForm.From(dossier, dinas.Value.Nama, dinas.Value.Tempat).Describe(at)
        : DokumenPengukuranForm.From(dossier, dinas.Value.Nama).Describe(
            new([dinas.Value.Pemerintah.ToUpperInvariant(), dinas.Value.Nama.ToUpperInvariant(), dinas.Value.Alamat]), at);

    /// <summary>The PDF with its hash; drawn once, stored, and never drawn again.</summary>
    public DrawnDocument Draw(Dossier dossier, DateTimeOffset at)
    {
        var bytes = engine.Draw(Describe(dossier, at));
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The formulir SKP as the plan stands, drawn anew each time: a plan is no archived document.</summary>
    /// <param name="plan">With its period, and with both people and their units.</param>
    /// <param name="at">The moment of drawing.</param>
    public byte[] DrawSkp(Plan plan, DateTimeOffset at) =>
        engine.Draw(SkpTercetak.Describe(plan, dinas.Value, at));

    /// <summary>The entry in the buku catatan, drawn anew each time from the result, which is fixed.</summary>
    public byte[] DrawBukuCatatan(Dossier dossier, DateTimeOffset at) =>
        engine.Draw(BukuCatatanPerilakuForm.From(dossier, dinas.Value.Nama).Describe(at));

    /// <summary>What the predikat earns in a jabatan fungsional, drawn anew each time from the result, which is fixed.</summary>
    public byte[] DrawAngkaKredit(Dossier dossier, DateTimeOffset at) =>
        engine.Draw(KonversiAngkaKreditForm.From(dossier, dinas.Value.Nama, dinas.Value.Tempat).Describe(at));
}
