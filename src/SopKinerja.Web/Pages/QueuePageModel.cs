using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages;

/// <summary>A page that knows through what its reader works, from its address, and keeps that with every button.</summary>
public abstract class QueuePageModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = Keys.Stage)]
    public string? Langkah { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public string? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Order)]
    public string? Urut { get; set; }

    public WorkQueue Queue => WorkQueue.Of(Langkah, Unit, Periode, Urut);

    /// <summary>Where a handler of this page answers, with the queue.</summary>
    public string Handler(string name) => Request.WithHandler(name);
}
