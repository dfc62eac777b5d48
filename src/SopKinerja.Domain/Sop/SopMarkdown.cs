using System.Text;
using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Sop;

/// <summary>The whole SOP in Indonesian Markdown, written from <see cref="SopIdentitas"/> and <see cref="SopTable"/>.</summary>
public static class SopMarkdown
{
    public static string Write()
    {
        var sop = SopIdentitas.PengukuranKinerja;
        var text = new StringBuilder();
        Line(text, $"# SOP {sop.Nama}");
        Line(text, "");
        Line(text, $"{sop.Dinas} {sop.Kabupaten}  ");
        Line(text, sop.Alamat);
        Line(text, "");
        Line(text, "> Halaman ini ditulis oleh perintah `print-sop` dari tabel SOP di dalam program. Ubahlah tabelnya, bukan halaman ini.");
        Line(text, "");
        Line(text, "## Identitas");
        Line(text, "");
        Row(text, "Butir", "Isi");
        Row(text, "---", "---");
        Row(text, "Nomor SOP", sop.Nomor);
        Row(text, "Tanggal pembuatan", sop.TanggalPembuatan);
        Row(text, "Tanggal revisi", sop.TanggalRevisi);
        Row(text, "Tanggal pengesahan", sop.TanggalPengesahan);
        var oleh = sop.DisahkanOleh;
        Row(text, "Disahkan oleh", $"{oleh.Jabatan}: {oleh.Nama}, {oleh.Pangkat}, {oleh.Nip.Label}. {oleh.Nip}");
        Row(text, "Nama SOP", sop.Nama);
        List(text, "Dasar hukum", sop.DasarHukum);
        List(text, "Kualifikasi pelaksana", sop.KualifikasiPelaksana);
        List(text, "Keterkaitan", sop.Keterkaitan);
        List(text, "Peralatan/perlengkapan", sop.Peralatan);
        List(text, "Peringatan", sop.Peringatan);
        List(text, "Pencatatan dan pendataan", sop.Pencatatan);
        Table(text);
        Rules(text);
        return text.ToString();
    }

    private static void Table(StringBuilder text)
    {
        Heading(text, "Prosedur");
        Line(text, "Tanda ● menunjukkan pelaksana. Kelengkapan, waktu, dan output adalah mutu baku.");
        Line(text, "");
        IReadOnlyList<string> heads =
        [
            "No", "Uraian prosedur", .. SopTable.Columns.Select(c => c.Kolom()),
            "Kelengkapan dan peralatan", "Waktu", "Output", "Keterangan",
        ];
        Row(text, heads);
        Row(text, ["--:", "---", .. SopTable.Columns.Select(_ => ":-:"), "---", "---", "---", "---"]);
        Row(text, [.. heads.Select((_, i) => $"*{i + 1}*")]);
        foreach (var row in SopTable.Rows)
        {
            Row(text,
            [
                $"{row.No}", row.Uraian, .. SopTable.Columns.Select(c => c == row.Pelaksana ? "●" : ""),
                string.Join("; ", row.Kelengkapan), Tanggal.Durasi(row.Waktu), row.Output,
                string.Join(" ", row.Keterangan),
            ]);
        }

        Line(text, "");
        Line(text, $"Jumlah waktu: {Tanggal.Durasi(SopTable.Waktu)} kerja untuk satu berkas.");
        List(text, "Yang dilengkapi dari naskah", SopTable.Dilengkapi);
        Heading(text, "Sublangkah menurut peraturan");
        Line(text, "Formulir SOP tidak memuatnya; PP 46/2011 dan PP 30/2019 memintanya di dalam langkah penandatanganan.");
        Line(text, "");
        Row(text, "No", "Uraian prosedur", "Pelaksana", "Kelengkapan", "Waktu", "Output");
        Row(text, "--:", "---", "---", "---", "---", "---");
        foreach (var row in SopTable.Substeps)
        {
            Row(text, row.Label, row.Uraian, row.Pelaksana.Nama(), string.Join("; ", row.Kelengkapan), row.WaktuTampil, row.Output);
        }
    }

    private static void Rules(StringBuilder text)
    {
        List(text, "Jalan kembali", SopTable.All.Where(r => r.BackTo is not null).Select(r =>
            $"Dari langkah {r.Label} ({r.Nama}) {r.Pelaksana.Nama()} dapat mengembalikan berkas, dengan alasan, ke langkah "
            + $"{(int)r.BackTo!.Value} ({SopTable.Row(r.BackTo.Value).Nama})."));
        List(text, "Keberatan", SopTable.Rows.Where(r => r.MayObject).Select(r =>
            $"Pada langkah {r.No} ({r.Nama}) {r.Pelaksana.Nama()} dapat mengajukan keberatan; "
            + $"berkas menunggu {SopTable.Row(Step.Sign, Substep.Tanggapan).Pelaksana.Nama()} untuk menanggapi, lalu "
            + $"{SopTable.Row(Step.Sign, Substep.Keputusan).Pelaksana.Nama()} untuk memutuskan dan menetapkan hasilnya. Dokumennya terbit "
            + "dalam versi baru yang menyebut versi yang digantikannya; keduanya disimpan."));
        List(text, "Bila pelaksananya diam", SopTable.All.Select(r => r.WhenSilent).OfType<string>());
        List(text, "Pemisahan tugas",
        [
            "Pada berkasnya sendiri seorang pegawai hanya bertindak sebagai ASN yang dinilai, apa pun jabatannya.",
            .. SopTable.All.Where(r => r.NotAlso.Count > 0).Select(r =>
                $"Langkah {r.Label} ({r.Nama}) tidak boleh dikerjakan orang yang menjadi atau sudah bertindak sebagai "
                + $"{string.Join(" atau ", r.NotAlso.Select(role => role.Nama()))} pada berkas yang sama."),
        ]);
        List(text, "Syarat selesai", SopTable.All.SelectMany(
            r => r.Needs.Where(need => need.Sentence.Length > 0),
            (r, need) => $"Langkah {r.Label} ({r.Nama}) tertahan bila: {need.Sentence}"));
    }

    private static void List(StringBuilder text, string heading, IEnumerable<string> items)
    {
        Heading(text, heading);
        foreach (var (item, i) in items.Select((item, i) => (item, i)))
        {
            Line(text, $"{i + 1}. {item}");
        }
    }

    private static void Heading(StringBuilder text, string heading)
    {
        Line(text, "");
        Line(text, $"## {heading}");
        Line(text, "");
    }

    private static void Row(StringBuilder text, params IReadOnlyList<string> cells) => Line(text, $"| {string.Join(" | ", cells)} |");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
