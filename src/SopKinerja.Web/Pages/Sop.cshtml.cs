using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Pages;

public sealed class SopModel : PageModel
{
    public static SopIdentitas Sop => SopIdentitas.PengukuranKinerja;

    public static string Lines(SopRow row, Role column)
    {
        var here = Place(column);
        var from = Place(row.Pelaksana);
        var to = row.Next is { } next ? Place(SopTable.Row(next).Pelaksana) : from;
        var across = here == from && here == to ? null
            : here == Math.Min(from, to) ? "alur--kanan"
            : here == Math.Max(from, to) ? "alur--kiri"
            : here > Math.Min(from, to) && here < Math.Max(from, to) ? "alur--lintas"
            : null;
        return string.Join(' ', new[]
        {
            "alur",
            here == from && row.No > 1 ? "alur--masuk" : null,
            here == from && row.Next is not null ? "alur--keluar" : null,
            across,
        }.OfType<string>());
    }

    /// <summary>The column "Keterangan": ways back, objection and separation of duties.</summary>
    public static IEnumerable<string> Notes(SopRow row)
    {
        if (row.BackTo is { } back)
        {
            yield return $"Bila belum benar, kembali ke langkah {(int)back} ({SopTable.Row(back).Nama}) dengan alasan.";
        }

        if (row.MayObject)
        {
            yield return "Bila tidak menerima hasilnya, ASN mengajukan keberatan; lihat sublangkah di bawah tabel.";
        }

        if (row.NotAlso.Count > 0)
        {
            yield return $"Tidak dikerjakan {string.Join(" atau ", row.NotAlso.Select(r => r.Nama()))} berkas yang sama.";
        }
    }

    private static int Place(Role role) => SopTable.Columns.Index().First(c => c.Item == role).Index;
}
