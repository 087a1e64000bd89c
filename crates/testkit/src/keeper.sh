# Stops the servers of a test run and removes their folder when nobody uses them any more.
#
# $1 is the folder, $2 the seconds to wait for the next user. Standard input is the reading end of the
# folder's door, a FIFO that every user writes one byte into and then holds open until its process ends.
# So `wc` returns when no user is left, and says how many have come since it was last asked.
folder=$1
exec 3<&0 </dev/null

while :; do
    sleep "$2"
    [ "$(wc -c <&3)" -eq 0 ] || continue
    # Nobody is here and nobody came while we waited: close the door. Who went through just before has
    # left a byte or is still inside, and then it is opened again.
    mv "$folder/door" "$folder/closed" || exit 1
    wc -c <&3 >"$folder/late" &
    sleep 1
    [ "$(cat "$folder/late")" -eq 0 ] && break
    mv "$folder/closed" "$folder/door"
    wait
done

# Prints the processes that still serve the folder.
serving() {
    find "$folder" -name '*.pid' | while read -r file; do
        pid=$(head -n 1 "$file")
        case $(cat "/proc/$pid/comm" || ps -o comm= -p "$pid") in
            *postgres* | *pgbouncer*) echo "$pid" ;;
        esac
    done
}

for signal in INT QUIT KILL; do
    for pid in $(serving); do kill -s "$signal" "$pid"; done
    for second in 1 2 3 4 5 6 7 8 9 10; do
        [ -n "$(serving)" ] || break 2
        sleep 1
    done
done

# The name is free at once for the next run, the files a little later.
mv "$folder" "$folder.gone.$$" && rm -rf "$folder.gone.$$"
