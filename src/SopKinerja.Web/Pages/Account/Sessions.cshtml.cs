using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Account;

/// <summary>Where the reader is signed in.</summary>
public sealed class SessionsModel(Sessions sessions) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var own = Sessions.DigestOf(User);
        Rows = await Mine.OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id)
            .Select(s => new Row(s.Id, s.Address, s.Browser, s.CreatedAt, s.LastSeenAt, s.Digest == own)).ToListAsync();
    }

    public async Task<IActionResult> OnPostEndAsync(long sesi) => await EndAsync(Mine.Where(s => s.Id == sesi)) == 0
        ? HttpContext.Refuse(new(RefusalKind.NotFound, "Sesi ini tidak ada lagi. Muat ulang halaman Sesi saya."))
        : this.Done("Sesi itu sudah diakhiri.");

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        var own = Sessions.DigestOf(User);
        await EndAsync(Mine.Where(s => s.Digest != own));
        return this.Done("Semua sesi Anda yang lain sudah diakhiri.");
    }

    private IQueryable<Session> Mine => sessions.Living(User.AccountId());

    private Task<int> EndAsync(IQueryable<Session> ended)
    {
        HttpContext.Features.Get<FormAct>()!.IsDoneBehind = true;
        return sessions.EndAsync(ended, SessionEnd.ByOwner);
    }

    public sealed record Row(
        long Id, IPAddress? Address, string? Browser, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsThis)
    {
        public string Alamat => Address?.ToString() ?? "tidak diketahui";
    }
}
