using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests.Sop;

/// <summary>The table against the words of the SOP as the Dinas wrote it.</summary>
public sealed class SopTableTests
{
    [Fact]
    public void The_seven_rows_are_those_of_the_SOP()
    {
        (Step, Role, string, string, int, string)[] form =
        [
            (Step.Collect, Role.Analis, "Mengumpulkan data kinerja atas target yang telah ditetapkan", "Formulir Kinerja", 120, "Formulir kinerja"),
            (Step.Check, Role.Kasubbag, "Memeriksa dan mengecek data kinerja pegawai", "Formulir kinerja yang diterima", 120, "Formulir kinerja yang telah diperiksa"),
            (Step.Input, Role.Analis, "Pengetikan/penginputan kinerja atas penilaian sasaran kinerja pegawai", "Formulir kinerja|Komputer/laptop", 60, "Formulir kinerja yang telah diisi"),
            (Step.Validate, Role.AtasanLangsung, "Memvalidasi hasil inputan/memberikan penilaian atas kinerja pegawai", "Formulir kinerja", 60, "Formulir kinerja"),
            (Step.Sign, Role.Asn, "Penandatanganan dokumen pengukuran kinerja atas penilaian kinerja pegawai yang telah disetujui", "Dokumen pengukuran kinerja", 60, "Dokumen pengukuran kinerja yang telah ditandatangani"),
            (Step.Duplicate, Role.Sekretaris, "Penggandaan Dokumen Pengukuran Kinerja", "Dokumen pengukuran kinerja", 60, "Dokumen pengukuran kinerja"),
            (Step.Archive, Role.Sekretaris, "Pengarsipan Dokumen Pengukuran kinerja atas penilaian kinerja pegawai", "Dokumen pengukuran kinerja|Box file", 15, "Tersimpannya dokumen pengukuran kinerja"),
        ];

        Assert.Equal(
            form.Select(
                f => (f.Item1, f.Item2, f.Item3.ToUpperInvariant(), f.Item4.ToUpperInvariant(), f.Item5, f.Item6.ToUpperInvariant())),
            SopTable.Rows.Select(r => (
                r.Step, r.Pelaksana, r.Uraian.ToUpperInvariant(), string.Join('|', r.Kelengkapan).ToUpperInvariant(),
                (int)r.Waktu.TotalMinutes, r.Output.ToUpperInvariant())));
    }

    [Fact]
    public void The_times_add_up_to_495_minutes() => Assert.Equal(495, SopTable.Rows.Sum(r => r.Waktu.TotalMinutes));

    [Fact]
    public void Forward_is_the_next_row_and_back_is_an_earlier_one()
    {
        Assert.Equal(The.Steps, SopTable.Rows.Select(r => r.Step));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], SopTable.Rows.Select(r => r.No));
        Assert.All(SopTable.Rows.SkipLast(1), r => Assert.Equal(r.Step + 1, r.Next));
        Assert.Null(SopTable.Rows[^1].Next);
        Assert.All(SopTable.Rows, r => Assert.True(r.BackTo is null || r.BackTo < r.Step));
        Assert.All(SopTable.Rows, r => Assert.Same(r, SopTable.Row(r.Step)));
    }

    [Fact]
    public void Every_row_has_an_address_a_button_and_needs_of_its_own()
    {
        Assert.Equal(7, SopTable.Rows.Select(r => r.Slug).Distinct().Count());
        Assert.All(SopTable.Rows, r => Assert.Matches("^[a-z-]+$", r.Slug));
        Assert.All(SopTable.Rows, r => Assert.NotEmpty(r.Selesaikan));
        Assert.All(SopTable.Rows, r => Assert.NotEmpty(r.Needs));
        Assert.All(SopTable.Rows.SelectMany(r => r.Needs), n => Assert.EndsWith(".", n.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_performer_has_a_column_and_sees_the_dossier_at_that_step()
    {
        Assert.Equal(
            ["Atasan Langsung", "Sekretaris", "Kasubbag Perencanaan dan Pelaporan", "Para ASN",
                "Analis Monitoring, Evaluasi dan Pelaporan"],
            SopTable.Columns.Select(c => c.Kolom()));
        Assert.All(SopTable.Rows, r => Assert.Contains(r.Pelaksana, SopTable.Columns));
        Assert.All(SopTable.Rows, r => Assert.Contains(SopTable.Views, v => v.Role == r.Pelaksana && v.DossierFrom <= r.Step));
    }

    [Fact]
    public void The_administrator_sees_nothing() => Assert.DoesNotContain(SopTable.Views, v => v.Role == Role.Administrator);

    [Fact]
    public void The_written_SOP_is_current()
    {
        var file = Path.Combine(RepositoryRoot.Path, "docs", "sop", "pengukuran-kinerja.md");

        Assert.True(SopMarkdown.Write() == File.ReadAllText(file), "docs/sop/pengukuran-kinerja.md is stale: write it again with the "
            + "command print-sop.");
    }

    [Fact]
    public void The_written_SOP_marks_one_performer_in_each_row()
    {
        var rows = SopMarkdown.Write()
            .Split('\n').Where(line => line.Contains('●', StringComparison.Ordinal) && line.StartsWith('|')).ToList();

        Assert.Equal(7, rows.Count);
        Assert.All(rows.Zip(SopTable.Rows), pair =>
        {
            var cells = pair.First.Split('|')[1..^1].Select(c => c.Trim()).ToList();
            Assert.Equal(11, cells.Count);
            Assert.Equal(SopTable.Columns.Select(c => c == pair.Second.Pelaksana ? "●" : ""), cells[2..7]);
            Assert.Equal(string.Join(" ", pair.Second.Keterangan), cells[10]);
        });
    }
}
