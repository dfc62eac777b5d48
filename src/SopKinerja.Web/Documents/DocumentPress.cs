using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>Makes the measurement document of a dossier: its description for the screen, its bytes for the store.</summary>
public sealed class DocumentPress(IPdfEngine engine, IOptions<DinasSettings> dinas)
{
    /// <summary>What the document says, as it stands.</summary>
    public FormDescription Describe(Dossier dossier, DateTimeOffset at) =>
        DokumenPengukuranForm.From(dossier, dinas.Value.Nama).Describe(
            new([dinas.Value.Pemerintah.ToUpperInvariant(), dinas.Value.Nama.ToUpperInvariant(), dinas.Value.Alamat]), at);

    /// <summary>The PDF with its hash; drawn once, stored, and never drawn again.</summary>
    public DrawnDocument Draw(Dossier dossier, DateTimeOffset at)
    {
        var bytes = engine.Draw(Describe(dossier, at));
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
