using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// Drafts by what they were written from: the question, the passages with their revisions, the prompt and the model. A change of any of
/// them, so of the index as far as the question sees it, is another key. What comes out is checked again like a new draft. Thread-safe.
/// </summary>
public sealed class DraftCache(IOptions<ModelOptions> options, TimeProvider clock)
{
    private const int MaxEntries = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ModelDraft Draft, DateTimeOffset Until)> _drafts = new(StringComparer.Ordinal);

    /// <summary>The key of a request.</summary>
    public static string KeyOf(string question, PassageContext context, string promptTag, string model, DateOnly asOf)
    {
        StringBuilder text = new();
        text.Append(promptTag).Append('\n').Append(model).Append('\n').Append(asOf.DayNumber).Append('\n').Append(question);
        foreach (var passage in context.Passages)
        {
            text.Append('\n').Append(passage.Id);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The draft that is kept; null when there is none or it is too old.</summary>
    public ModelDraft? Find(string key)
    {
        lock (_gate)
        {
            return _drafts.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow() ? kept.Draft : null;
        }
    }

    /// <summary>Keeps a draft; the ones that end first make room.</summary>
    public void Keep(string key, ModelDraft draft)
    {
        if (options.Value.CacheMinutes == 0)
        {
            return;
        }

        lock (_gate)
        {
            _drafts[key] = (draft, clock.GetUtcNow().AddMinutes(options.Value.CacheMinutes));
            if (_drafts.Count > MaxEntries)
            {
                foreach (string old in _drafts.OrderBy(kept => kept.Value.Until).Take(MaxEntries / 10).Select(kept => kept.Key).ToArray())
                {
                    _drafts.Remove(old);
                }
            }
        }
    }
}
