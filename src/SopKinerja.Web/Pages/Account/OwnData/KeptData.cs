using System.Text.Encodings.Web;
using System.Text.Json;

namespace SopKinerja.Web.Pages.Account.OwnData;

/// <summary>What is kept about one person, part by part.</summary>
public sealed record KeptData(DateTimeOffset At, string Nama, IReadOnlyList<KeptPart> Parts)
{
    // Read by people: letters and quotation marks as they are; never part of a page.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Each part is a list of rows, each of which names its columns.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["Tentang"] = Nama,
            ["Dibuat"] = Tanggal.TampilPukul(At),
            ["Isi"] = Parts.ToDictionary(p => p.Judul, p => p.Rows.Select(
                row => p.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second)).ToList()),
        }, Readable);
}

/// <param name="Links">Of each row, where it leads; empty where rows lead nowhere.</param>
public sealed record KeptPart(
    string Judul, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, IReadOnlyList<string> Links)
{
    /// <summary>Whether it is of one row, shown as a list of its columns.</summary>
    public bool IsOne { get; init; }
}
