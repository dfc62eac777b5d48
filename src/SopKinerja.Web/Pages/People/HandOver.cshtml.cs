using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>Serah terima: who leaves a post hands over all that waits for him, to a named successor for each, in one act.</summary>
public sealed partial class HandOverModel(SopDbContext db, SerahTerima handing) : RecordPageModel<HandOverModel.Found>
{
    private static readonly FieldRefusal Circle = new(UnsavedReason.Circle, "Input.Penerus", "Dengan penerus ini dua orang akan saling "
        + "menilai, langsung atau lewat orang lain. Tulis penerus lain bagi salah satunya.");

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool Waits => Row.Waiting.Any(w => w.Blocks);

    public IReadOnlyList<Gantungan> Of(string kind) => [.. Row.Waiting.Where(w => w.Kind == kind)];

    /// <summary>What a row of the form is for, in words.</summary>
    public string NameOf(string kind, Heir row) =>
        Of(kind).FirstOrDefault(w => Key(w) == row.Untuk) is { } waiting ? Row.Words.Of(waiting) : row.Untuk ?? "";

    public void OnGet() => (Input.Bawahan, Input.Tugas) = (
        [.. Of(GantunganTable.Bawahan).Select(w => new Heir { Untuk = Key(w) })],
        [.. Of(GantunganTable.Tugas).Select(w => new Heir { Untuk = Key(w) })]);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Waits)
        {
            return this.Done(Sentences.End($"Tidak ada lagi yang menunggu {Row.Pegawai.Nama}"), Links.People.Edit(Id));
        }

        if (!Fits(Input.Bawahan, GantunganTable.Bawahan) || !Fits(Input.Tugas, GantunganTable.Tugas))
        {
            OnGet();
            ModelState.Clear();
            return await this.LostRaceAsync();
        }

        if (await TermsAsync() is not { } terms)
        {
            return await this.ShowAgainAsync();
        }

        var isDone = false;
        async Task HandOverAsync() => isDone = await handing.PerformAsync(User, Row.Pegawai, terms);
        return await this.WhyNotSavedAsync(db, HandOverAsync, "", "", Circle)
            ?? (isDone ? null : await this.LostRaceAsync())
            ?? this.Done(
                string.Join(' ', [$"Serah terima {Row.Pegawai.Nama} kepada {terms.Penerus.Nama} sudah dicatat.", .. Doubts(terms)]),
                Links.People.Edit(Id));
    }

    // What is taken, but should be looked at: whoever rates others from now on and has no delegation for it.
    private IEnumerable<string> Doubts(SerahTerima.Terms terms)
    {
        var rates = Of(GantunganTable.Bawahan).Any(b => !terms.Bawahan.ContainsKey((int)b.Id)) || Of(GantunganTable.Hasil).Count > 0;
        return terms.Bawahan.Values.Concat(rates ? [terms.Penerus] : Array.Empty<Pegawai>()).DistinctBy(p => p.Id).Where(p => !p.MayRate)
            .Select(p => $"Perhatikan: {p.Nama} menjabat di bawah pengawas dan surat pendelegasiannya belum dicatat.");
    }

    private static string Key(Gantungan waiting) => waiting.Kind == GantunganTable.Tugas ? waiting.Office! : $"{waiting.Id}";

    // Others may have come below him since the page was shown.
    private bool Fits(List<Heir> rows, string kind) => rows.Select(r => r.Untuk).ToHashSet().SetEquals(Of(kind).Select(Key));

    protected override async Task<Found?> FindAsync()
    {
        if (await db.Pegawai.SingleOrDefaultAsync(p => p.Id == Id) is not { } person)
        {
            return null;
        }

        var waiting = await db.WaitsFor(Id).OrderBy(w => w.Nama).ThenBy(w => w.Id).ToListAsync();
        return new(person, waiting, await GantunganWords.LoadAsync(db, waiting));
    }

    public sealed record Found(Pegawai Pegawai, IReadOnlyList<Gantungan> Waiting, GantunganWords Words);
}
