using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Documents;

public sealed record DocumentName(DocumentKind Kind, string Slug, string Nama, string Judul);

/// <summary>The names of the stored documents, in the order in which they come to be.</summary>
public static class DocumentNames
{
    public static readonly IReadOnlyList<DocumentName> Rows =
    [
        new(DocumentKind.Approved, "persetujuan", "dokumen persetujuan",    "Dokumen yang disetujui pejabat penilai"),
        new(DocumentKind.Final,    "akhir",       "dokumen akhir",          "Dokumen akhir, diterima ASN"),
        new(DocumentKind.Ratified, "pengesahan",  "dokumen yang disahkan",  "Dokumen yang disahkan atasan pejabat penilai"),
        new(DocumentKind.Determined, "penetapan", "dokumen yang ditetapkan", "Dokumen yang ditetapkan atasan pejabat penilai"),
    ];

    public static DocumentName Of(DocumentKind kind) => Rows.Single(r => r.Kind == kind);

    /// <summary>The kind that an address names; null for none.</summary>
    public static DocumentKind? Named(string slug) => Rows.FirstOrDefault(r => r.Slug == slug)?.Kind;

    public static string Url(long dossierId, DocumentKind kind, int? version = null) =>
        Links.Dossiers.Document(dossierId, Of(kind).Slug, version);
}
