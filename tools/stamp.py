"""The stamp by which a generated table recognizes its list; see src/base/stamp.h."""


def write_stamp(header, macro, parameters, names):
    """Prints the assertion that the list in a header still has these names.

    macro, parameters: how a row of the list is written, such as "CUE", "word, bits".  One parameter is
    the name: "name" if there is one, else the first; "identifier" is a name without quotes.
    names: bytes or text, one per row.
    """
    sizes = [len(name if isinstance(name, bytes) else name.encode()) + 1 for name in names]
    known = parameters.split(", ")
    name = "name" if "name" in known else known[0]
    name = "#identifier" if name == "identifier" else name
    print(f"#define {macro}({parameters}) STAMP_ROW({name})\n"
          f"_Static_assert(0\n"
          f'#include "{header}"\n'
          f"\t\t\t   == STAMP({len(sizes)}, {sum(sizes)}),\n"
          f'\t\t\t   "{header.split("/")[-1]} has changed: run make tables");\n'
          f"#undef {macro}\n")
