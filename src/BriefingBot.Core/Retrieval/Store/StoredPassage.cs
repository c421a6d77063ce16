using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>A current passage with what a citation needs to know of its article.</summary>
/// <param name="Key">The store's own number.</param>
/// <param name="Id">The name that citations use.</param>
/// <param name="Kind">What it is to the article.</param>
/// <param name="Start">Its first UTF-16 unit in the article's clean text.</param>
/// <param name="Text">The slice itself; its end is <paramref name="Start"/> plus its length.</param>
/// <param name="Article">The article.</param>
public sealed record StoredPassage(long Key, PassageId Id, PassageKind Kind, int Start, string Text, ArticleHeader Article)
{
    /// <summary>The spans of its text that talk to machines, where the store has kept them; null: they must be searched for.</summary>
    public IReadOnlyList<TextSpan>? KeptPlanted { get; init; }

    /// <summary>One past the last UTF-16 unit in the article's clean text.</summary>
    public int End => Start + Text.Length;

    /// <summary>The spans of its text that talk to machines and not to people; see <see cref="PlantedInstructions"/>.</summary>
    public IReadOnlyList<TextSpan> FindPlanted() => KeptPlanted ?? PlantedInstructions.Find(Text);

    /// <summary>Its text without them; empty when nothing else is in it.</summary>
    public string WithoutPlanted() => PlantedInstructions.Without(Text, FindPlanted());
}
