using System.Text;
using BriefingBot.Core.Intake.Fetching;

namespace BriefingBot.Sources.Fetching;

/// <summary>A list of pages: an address a line, absolute or as seen from the list; what follows a number sign is a remark.</summary>
internal static class PageListing
{
    private const int MostNotes = 20;

    /// <summary>The pages in the order of the list, each once, and the lines that name none.</summary>
    /// <param name="content">The list, UTF-8.</param>
    /// <param name="address">Where it was read.</param>
    public static SourceListing Read(byte[] content, Uri address)
    {
        Dictionary<string, ListedItem> items = new(StringComparer.Ordinal);
        List<string> notes = [];
        int number = 0;
        foreach (string line in Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            string text = line.Trim();
            int remark = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
            text = remark < 0 ? text : text[..remark].TrimEnd();
            if (text.Length == 0)
            {
                continue;
            }

            if (
                !text.Contains('<', StringComparison.Ordinal)
                && !text.Contains(' ', StringComparison.Ordinal)
                && Uri.TryCreate(address, text, out var page)
                && page.Scheme is "http" or "https"
            )
            {
                items.TryAdd(page.AbsoluteUri, new ListedItem { ItemId = page.AbsoluteUri, Page = page });
            }
            else if (notes.Count < MostNotes)
            {
                notes.Add($"line {number} is not the address of a page.");
            }
        }

        return new SourceListing([.. items.Values]) { Notes = notes };
    }
}
