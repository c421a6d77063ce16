using System.Text;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Writes the plain text of a page while its tags go by.</summary>
/// <param name="capacity">About how long the text gets.</param>
/// <param name="isFlowing">Line ends of the source are blanks; only tags part lines.</param>
internal sealed class HtmlTextWriter(int capacity, bool isFlowing)
{
    private readonly StringBuilder _text = new(Math.Min(capacity, 1 << 20));
    private List<List<string>>? _rows;
    private StringBuilder? _cell;
    private int _tables;
    private bool _hasHeader;
    private string _mark = "";

    /// <summary>Text between two tags.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (_rows is not null && _cell is null)
        {
            // White space between the parts of a table.
            if (text.IsWhiteSpace())
            {
                return;
            }

            NewCell();
        }

        var target = _cell ?? _text;
        if (_mark.Length > 0 && !text.IsWhiteSpace())
        {
            target.Append(_mark);
            _mark = "";
            text = text.TrimStart();
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool ends = c is '\n' or '\r';
            target.Append(
                ends && _cell is not null ? ' '
                : ends && isFlowing && !IsEmptyLine(text, i) ? ' '
                : c
            );
        }
    }

    /// <summary>A tag.</summary>
    public void Tag(string name, bool isEnd)
    {
        switch (name)
        {
            case "table":
                Table(isEnd);
                return;
            case "tr" when _rows is not null && _tables == 1:
                CloseCell();
                if (!isEnd)
                {
                    _rows.Add([]);
                }

                return;
            case "td" or "th" when _rows is not null && _tables == 1:
                CloseCell();
                if (!isEnd)
                {
                    _hasHeader |= name == "th" && _rows.Count <= 1;
                    NewCell();
                }

                return;
            case "br":
                (_cell ?? _text).Append(_cell is null ? "\n" : " ");
                return;
            case "q":
                (_cell ?? _text).Append(isEnd ? '”' : '“');
                return;
        }

        if (!HtmlElements.IsBlock(name))
        {
            return;
        }

        if (_cell is not null)
        {
            _cell.Append(' ');
            return;
        }

        Break();
        _mark = isEnd
            ? ""
            : name switch
            {
                "li" => "• ",
                "figcaption" => "Photo: ",
                _ => _mark == "• " ? _mark : "",
            };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_rows is not null)
        {
            WriteTable();
        }

        return _text.ToString();
    }

    private static bool IsEmptyLine(ReadOnlySpan<char> text, int i)
    {
        for (int next = i + 1; next < text.Length && next < i + 8; next++)
        {
            if (text[next] == '\n')
            {
                return true;
            }

            if (!char.IsWhiteSpace(text[next]))
            {
                return false;
            }
        }

        return false;
    }

    private void Table(bool isEnd)
    {
        if (isEnd)
        {
            _tables = Math.Max(0, _tables - 1);
            if (_tables == 0 && _rows is not null)
            {
                WriteTable();
            }
        }
        else if (++_tables == 1)
        {
            Break();
            (_rows, _cell, _hasHeader) = ([], null, false);
        }
    }

    private void NewCell()
    {
        if (_rows!.Count == 0)
        {
            _rows.Add([]);
        }

        _cell = new StringBuilder();
    }

    private void CloseCell()
    {
        if (_cell is not null)
        {
            _rows![^1].Add(string.Join(' ', _cell.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            _cell = null;
        }
    }

    private void WriteTable()
    {
        CloseCell();
        foreach (string line in TableText.Lines(_rows!, _hasHeader))
        {
            _text.Append(line).Append("\n\n");
        }

        (_rows, _tables) = (null, 0);
    }

    private void Break() => _text.Append("\n\n");
}
