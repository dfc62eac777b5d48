using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SopKinerja.Web.Pages;

/// <summary>What awaits me.</summary>
public sealed class IndexModel : PageModel;
