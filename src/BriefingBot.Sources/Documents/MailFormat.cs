using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;
using MimeKit;

namespace BriefingBot.Sources.Documents;

/// <summary>
/// A mail saved as a file: its subject is the headline, who sent it signs it, its own text is the article; attachments are left alone.
/// </summary>
public sealed partial class MailFormat : IDocumentFormat
{
    private const int Deepest = 24;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".eml"];

    /// <inheritdoc/>
    public int MaxBytes => 32 * 1024 * 1024;

    /// <inheritdoc/>
    public bool HoldsMany => false;

    /// <inheritdoc/>
    public IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = Deepest;
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(content.ToArray());
            message = MimeMessage.Load(options, stream, cancellationToken);
        }
        catch (FormatException exception)
        {
            throw new SourceException($"not an email: {exception.Message.ReplaceLineEndings(" ")}");
        }

        string? text =
            message.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain
            : message.HtmlBody is { } html ? HtmlText.ToPlain(html)
            : null;
        return string.IsNullOrWhiteSpace(text)
            ? throw new SourceException("empty: the email contains no text.")
            :
            [
                new SourceDocument(
                    new SourceMetadata
                    {
                        Title = message.Subject is { } subject ? Prefix().Replace(subject, "") : null,
                        Byline = message
                            .From.Mailboxes.Select(sender => sender.Name)
                            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)),
                        Published =
                            message.Date == DateTimeOffset.MinValue
                                ? null
                                : message.Date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                    },
                    text,
                    DateOrigin.Mail
                ),
            ];
    }

    [GeneratedRegex(
        @"^(?:\s*(?:re|fwd?|aw|wg)\s*:\s*)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Prefix();
}
