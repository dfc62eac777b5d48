using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Step 1 begins for a whole dinas: "pegawai/skp/bagian".</summary>
internal sealed class OpenDossierKind(SopDbContext db, DossierOpening opening) : ChosenKind
{
    public const string Kode = "berkas-buka";

    public override string Slug => Kode;

    public override string Nama => "buka berkas";

    public override string Judul => "Buka berkas seluruh dinas";

    public override RunVerbs Verbs { get; } = new("Buka", "pembukaan", "dibuka", "dibuka", "berkas", "Pembukaan berkas",
        "Mulai lagi dari halaman Buka berkas bila masih perlu.");

    public override string Back => Links.Dossiers.Open();

    public override (string Words, string Url) After => ("Ke daftar berkas", Links.Dossiers.List);

    public override string About => "Setiap berkas dibuka dari SKP yang sudah disetujui.";

    public override IReadOnlyList<Role> By => [Role.Analis];

    public static async Task<IReadOnlyList<ChosenRow>> ChooseAsync(IQueryable<Plan> waiting, int bagian, CancellationToken cancel)
    {
        var found = await waiting.OrderBy(p => p.Pegawai.UnitKerja!.Nama).ThenBy(p => p.Pegawai.Nama).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.PegawaiId, p.Pegawai.Nama, Unit = p.FormerUnit ?? p.Pegawai.UnitKerja!.Nama }).ToListAsync(cancel);
        return [.. found.Select(p => new ChosenRow($"{p.PegawaiId}/{p.Id}/{bagian}", p.Nama, p.Unit))];
    }

    protected override async Task<IReadOnlyDictionary<string, string?>> JudgeAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var judged = new Dictionary<string, string?>();
        foreach (var group in keys.Distinct().Select(k => (Key: k, Parts: Parts(k))).GroupBy(k => (int)k.Parts.ElementAtOrDefault(2)))
        {
            var ids = group.Select(k => k.Parts[1]).ToList();
            var found = await opening.JudgeAsync(DossierOpening.Waiting(db, group.Key).Where(p => ids.Contains(p.Id)), group.Key, Actor);
            foreach (var (key, parts) in group)
            {
                // What does not wait any more was opened meanwhile, or is agreed no more.
                judged[key] = found.TryGetValue(parts[1], out var whyNot) ? whyNot : "";
            }
        }

        return judged;
    }

    protected override async Task DoAsync(Actor actor, string key)
    {
        var (plan, bagian) = (Parts(key)[1], (int)Parts(key)[2]);
        var opened = await opening.OpenAsync(DossierOpening.Waiting(db, bagian).Where(p => p.Id == plan), bagian, actor);
        if (opened.Dossiers.Count == 0)
        {
            throw new RowRefusedException("", opened.Lost
                ?? (opened.Skipped is [var why, ..] ? why : "Berkas ini baru saja dibuka orang lain."));
        }
    }
}
